// SPDX-License-Identifier: EPL-2.0
'use strict';

const path = require('node:path');
const { Certificates } = require('./certificates');
const { Hub } = require('./hub');

/** The hub of all tests of a run, run.js says where its libraries and its data are, and the certificates of devices. */
const { HUB_LIBRARIES: libraries, HUB_DATA: data } = process.env;
const certificates = new Certificates(path.join(data, '..', 'certificates'));

module.exports = new Hub(libraries, data, ['--device-ca', certificates.authority.certificate]);
module.exports.certificates = certificates;
