#!/usr/bin/env python3
# SPDX-License-Identifier: EPL-2.0
"""The REST API of an IoT Hub with nothing but Python's standard library: the token, and one call.

    iot_hub.py

prints a token for the hub of IOTHUB_CONNECTION_STRING, good for an hour, for programs such as curl.
"""

import base64
import hashlib
import hmac
import os
import ssl
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

API_VERSION = '2021-04-12'
TOKEN_SECONDS = 3600


class IotHub:
    """A hub, and the right to speak to it.

    connection_string: that of a shared access policy, HostName=…;SharedAccessKeyName=…;SharedAccessKey=…, or that of a device,
    HostName=…;DeviceId=…;SharedAccessKey=…
    ca_file: the authorities to trust, in PEM; those of the system when it is missing, which know Azure but no local hub.
    """

    def __init__(self, connection_string, ca_file=None):
        # a key ends with = signs, so only the first of each part divides
        parts = dict(part.split('=', 1) for part in connection_string.strip().strip(';').split(';'))
        self.host = parts['HostName']
        self.policy = parts.get('SharedAccessKeyName')
        self.device_id = parts.get('DeviceId')
        self.key = parts['SharedAccessKey']
        base64.b64decode(self.key, validate=True)  # a ValueError here, not at the first call
        self.tls = ssl.create_default_context(cafile=ca_file)

    @classmethod
    def from_environment(cls):
        """The hub of IOTHUB_CONNECTION_STRING and IOTHUB_CA. A key on the command line could be read by everybody on the machine."""
        try:
            return cls(os.environ['IOTHUB_CONNECTION_STRING'], os.environ.get('IOTHUB_CA'))
        except KeyError as missing:
            raise SystemExit(f'{missing} is missing: set IOTHUB_CONNECTION_STRING to the connection string of a policy or a device.') from None
        except ValueError:
            raise SystemExit('IOTHUB_CONNECTION_STRING is no connection string: '
                             'HostName=…;SharedAccessKeyName=…;SharedAccessKey=… of a policy, HostName=…;DeviceId=…;SharedAccessKey=… of a device.') from None
        except OSError as failure:
            raise SystemExit(f"IOTHUB_CA names {os.environ['IOTHUB_CA']}, which is no file with certificates in PEM: {failure.strerror}.") from None

    def token(self):
        """A shared access signature: what it is for and when it ends, signed with the key, which itself is never sent."""
        resource = self.host.partition(':')[0]
        if self.device_id is not None:
            resource += '/devices/' + quote(self.device_id)
        resource = quote(resource)
        expiry = str(int(time.time()) + TOKEN_SECONDS)
        text = f'{resource}\n{expiry}'
        signature = base64.b64encode(hmac.digest(base64.b64decode(self.key), text.encode(), hashlib.sha256)).decode()
        token = f'SharedAccessSignature sr={resource}&sig={quote(signature)}&se={expiry}'
        return token if self.policy is None else f'{token}&skn={self.policy}'

    def call(self, method, path, body=None, headers=None):
        """One request. The answer's text and status, also when the hub refuses: then the text says why."""
        url = f'https://{self.host}{path}?api-version={API_VERSION}'
        request = urllib.request.Request(url, body, {'Authorization': self.token(), **(headers or {})}, method=method)
        try:
            with urllib.request.urlopen(request, context=self.tls) as answer:
                return answer.read().decode(), answer.status
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.read().decode(), refusal.code


def run(main):
    """Runs a script; a hub that cannot be reached is one line, not the way to it through Python."""
    try:
        main(sys.argv[1:])
    except urllib.error.URLError as failure:
        line = f'The hub cannot be reached: {failure.reason}.'
        if isinstance(failure.reason, ssl.SSLCertVerificationError):
            line += ' For a local hub set IOTHUB_CA to the file of the CA certificate that it prints.'
        raise SystemExit(line) from None


def quote(text):
    """Encoded for a path or a token: a device id may have any of these characters."""
    return urllib.parse.quote(text, safe='')


def main(arguments):
    if arguments:
        raise SystemExit(__doc__)
    print(IotHub.from_environment().token())


if __name__ == '__main__':
    run(main)
