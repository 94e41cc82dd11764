#!/usr/bin/env python3
# SPDX-License-Identifier: EPL-2.0
"""Sends a device-to-cloud message to an IoT Hub over its REST API, as the device.

    d2c_sender.py DEVICE_ID MESSAGE

IOTHUB_CONNECTION_STRING is that of the device, or of a policy with the right DeviceConnect, which may speak for every device; IOTHUB_CA is
the certificate file of a local hub. Prints the text and the status of the answer: ('', 204) when the hub has the message.
"""

from iot_hub import IotHub, quote, run


class D2cSender:
    """Sends messages as devices."""

    def __init__(self, hub):
        self.hub = hub

    def send(self, device_id, message):
        """The text, which is empty, and the status, 204, when the hub has the message. A message is bytes, 256 KB at most."""
        return self.hub.call('POST', f'/devices/{quote(device_id)}/messages/events', message,
                             {'Content-Type': 'application/octet-stream'})


def main(arguments):
    if len(arguments) != 2:
        raise SystemExit(__doc__)
    device_id, message = arguments
    print(D2cSender(IotHub.from_environment()).send(device_id, message.encode()))


if __name__ == '__main__':
    run(main)
