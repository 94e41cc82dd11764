#!/usr/bin/env python3
# SPDX-License-Identifier: EPL-2.0
"""Creates, retrieves, lists and deletes device identities of an IoT Hub over its REST API.

    device_manager.py create|retrieve|delete DEVICE_ID
    device_manager.py list

IOTHUB_CONNECTION_STRING is that of a policy with the rights RegistryRead and RegistryWrite; IOTHUB_CA is the certificate file of a
local hub. Prints the text and the status of the answer.
"""

import json

from iot_hub import IotHub, quote, run


class DeviceManager:
    """The device identities of a hub. Each call returns the text and the status of the answer."""

    def __init__(self, hub):
        self.hub = hub

    def create_device_id(self, device_id):
        """200 with the identity and the keys that the hub made for it; 409 when there is one of that id."""
        body = json.dumps({'deviceId': device_id}).encode()
        return self.hub.call('PUT', path(device_id), body, {'Content-Type': 'application/json'})

    def retrieve_device_id(self, device_id):
        """200 with the identity; 404 when there is none."""
        return self.hub.call('GET', path(device_id))

    def list_device_ids(self):
        """200 with an array of identities: at most 1000, and beyond that a query is the way."""
        return self.hub.call('GET', '/devices')

    def delete_device_id(self, device_id):
        """204, whatever its etag is by now; 404 when there is none."""
        return self.hub.call('DELETE', path(device_id), headers={'If-Match': '*'})


def path(device_id):
    return '/devices/' + quote(device_id)


def main(arguments):
    manager = DeviceManager(IotHub.from_environment())
    calls = {'create': manager.create_device_id, 'retrieve': manager.retrieve_device_id, 'delete': manager.delete_device_id}
    if arguments == ['list']:
        print(manager.list_device_ids())
    elif len(arguments) == 2 and arguments[0] in calls:
        print(calls[arguments[0]](arguments[1]))
    else:
        raise SystemExit(__doc__)


if __name__ == '__main__':
    run(main)
