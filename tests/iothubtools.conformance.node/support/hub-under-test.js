// SPDX-License-Identifier: EPL-2.0
'use strict';

const { Hub } = require('./hub');

/** The hub of all tests of a run: run.js says where its libraries and its data are. */
module.exports = new Hub(process.env.HUB_LIBRARIES, process.env.HUB_DATA);
