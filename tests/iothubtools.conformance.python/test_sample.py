# SPDX-License-Identifier: EPL-2.0
"""docs/python has the two scripts of the sample that this project grew from, written anew. They give the results that it documents."""

import ast
import base64
import hashlib
import hmac
import json
import os
import subprocess
import sys
import time
import unittest

import support

sys.path.insert(0, str(support.SCRIPTS))
from d2c_sender import D2cSender  # noqa: E402
from device_manager import DeviceManager  # noqa: E402
from iot_hub import IotHub, quote  # noqa: E402

NEVER = '0001-01-01T00:00:00'


def run(script, *arguments, connection_string=None):
    """What a script of docs/python prints: the text and the status of the answer."""
    environment = {**os.environ, 'IOTHUB_CONNECTION_STRING': connection_string or support.HUB.connection_string, 'IOTHUB_CA': support.HUB.ca_file}
    done = subprocess.run([sys.executable, support.SCRIPTS / script, *arguments], env=environment, capture_output=True, text=True, check=True)
    return ast.literal_eval(done.stdout)


def iot_hub():
    return IotHub(support.HUB.connection_string, support.HUB.ca_file)


def sent_by(device_id):
    """The texts of the messages that the hub has of a device."""
    text, status = iot_hub().call('GET', '/localhub/messages')
    assert status == 200, text
    return [message['text'] for message in json.loads(text) if message['deviceId'] == device_id]


class DeviceManagerTest(unittest.TestCase):

    def assert_new(self, device, device_id):
        """What the sample documents of a new device, member by member."""
        self.assertEqual(device_id, device['deviceId'])
        self.assertRegex(device['generationId'], r'^\d+$')
        self.assertTrue(device['etag'])
        self.assertEqual('Disconnected', device['connectionState'])
        self.assertEqual('enabled', device['status'])
        self.assertIsNone(device['statusReason'])
        for member in ('connectionStateUpdatedTime', 'statusUpdatedTime', 'lastActivityTime'):
            self.assertEqual(NEVER, device[member].rstrip('Z'), member)
        self.assertEqual(0, device['cloudToDeviceMessageCount'])
        keys = device['authentication']['symmetricKey']
        self.assertEqual([32, 32], [len(base64.b64decode(keys[name])) for name in ('primaryKey', 'secondaryKey')])
        self.assertNotEqual(keys['primaryKey'], keys['secondaryKey'])

    def test_creates_a_device_that_is_not_there(self):
        text, status = run('device_manager.py', 'create', 'iotdevice3')
        self.assertEqual(200, status)
        self.assert_new(json.loads(text), 'iotdevice3')

    def test_says_that_a_device_is_there_already(self):
        run('device_manager.py', 'create', 'iotdevice1')
        text, status = run('device_manager.py', 'create', 'iotdevice1')
        self.assertEqual(409, status)
        message = json.loads(text)['Message']
        self.assertTrue(message.startswith("ErrorCode:DeviceAlreadyExists;A device with ID 'iotdevice1' is already registered."), message)

    def test_retrieves_a_device(self):
        created, _ = run('device_manager.py', 'create', 'iotdevice2')
        text, status = run('device_manager.py', 'retrieve', 'iotdevice2')
        self.assertEqual(200, status)
        self.assert_new(json.loads(text), 'iotdevice2')
        self.assertEqual(json.loads(created)['authentication'], json.loads(text)['authentication'])

    def test_says_that_there_is_no_such_device(self):
        text, status = run('device_manager.py', 'retrieve', 'nobody')
        self.assertEqual(404, status)
        self.assertIn('ErrorCode:DeviceNotFound', text)

    def test_lists_all_devices(self):
        run('device_manager.py', 'create', 'listed-1')
        run('device_manager.py', 'create', 'listed-2')
        text, status = run('device_manager.py', 'list')
        self.assertEqual(200, status)
        devices = {device['deviceId']: device for device in json.loads(text)}
        self.assert_new(devices['listed-1'], 'listed-1')
        self.assert_new(devices['listed-2'], 'listed-2')

    def test_deletes_a_device(self):
        run('device_manager.py', 'create', 'deleted')
        self.assertEqual(('', 204), run('device_manager.py', 'delete', 'deleted'))
        self.assertEqual(404, run('device_manager.py', 'retrieve', 'deleted')[1])

    def test_takes_an_id_with_all_characters(self):
        device_id = "a-:.+%_#*?!(),=@;$'Z"
        self.assertEqual(200, run('device_manager.py', 'create', device_id)[1])
        self.assertEqual(device_id, json.loads(run('device_manager.py', 'retrieve', device_id)[0])['deviceId'])


class D2cSenderTest(unittest.TestCase):

    def test_sends_a_message_for_a_device_with_the_key_of_a_policy(self):
        run('device_manager.py', 'create', 'sender-1')
        self.assertEqual(('', 204), run('d2c_sender.py', 'sender-1', 'Hello, IoT Hub'))
        self.assertEqual(['Hello, IoT Hub'], sent_by('sender-1'))

    def test_sends_a_message_with_the_key_of_the_device(self):
        device_id = 'sender#2'
        created, _ = run('device_manager.py', 'create', device_id)
        key = json.loads(created)['authentication']['symmetricKey']['primaryKey']
        connection_string = f'HostName={iot_hub().host};DeviceId={device_id};SharedAccessKey={key}'
        self.assertEqual(('', 204), run('d2c_sender.py', device_id, 'grüße', connection_string=connection_string))
        self.assertEqual(['grüße'], sent_by(device_id))

    def test_is_refused_with_a_wrong_key(self):
        run('device_manager.py', 'create', 'sender-3')
        key = base64.b64encode(bytes(32)).decode()
        connection_string = f'HostName={iot_hub().host};DeviceId=sender-3;SharedAccessKey={key}'
        text, status = run('d2c_sender.py', 'sender-3', 'x', connection_string=connection_string)
        self.assertEqual(401, status)
        self.assertIn('IotHubUnauthorizedAccess', text)
        self.assertEqual([], sent_by('sender-3'))


class TokenTest(unittest.TestCase):

    def test_iot_hub_by_itself_prints_a_token_for_curl(self):
        environment = {**os.environ, 'IOTHUB_CONNECTION_STRING': support.HUB.connection_string}
        done = subprocess.run([sys.executable, support.SCRIPTS / 'iot_hub.py'], env=environment, capture_output=True, text=True, check=True)
        text, status = iot_hub().call('GET', '/devices', headers={'Authorization': done.stdout.strip()})
        self.assertEqual(200, status, text)


class TroubleTest(unittest.TestCase):
    """What is wrong on this side is one line that says what to do."""

    def told(self, **variables):
        environment = {**os.environ, 'IOTHUB_CONNECTION_STRING': support.HUB.connection_string, 'IOTHUB_CA': support.HUB.ca_file, **variables}
        environment = {name: value for name, value in environment.items() if value is not None}
        done = subprocess.run([sys.executable, support.SCRIPTS / 'device_manager.py', 'list'], env=environment, capture_output=True, text=True)
        self.assertEqual(1, done.returncode)
        self.assertEqual('', done.stdout)
        self.assertEqual(1, done.stderr.count('\n'), done.stderr)
        return done.stderr

    def test_a_ca_that_is_not_trusted(self):
        self.assertIn('set IOTHUB_CA to the file', self.told(IOTHUB_CA=None))

    def test_a_ca_file_that_is_none(self):
        missing = support.HUB.ca_file + '.missing'
        self.assertIn(f'IOTHUB_CA names {missing}', self.told(IOTHUB_CA=missing))
        self.assertIn('no file with certificates', self.told(IOTHUB_CA=__file__))

    def test_a_connection_string_that_is_none(self):
        self.assertIn('set IOTHUB_CONNECTION_STRING', self.told(IOTHUB_CONNECTION_STRING=None))
        self.assertIn("'SharedAccessKey' is missing", self.told(IOTHUB_CONNECTION_STRING='HostName=127.0.0.1'))
        self.assertIn('is no connection string', self.told(IOTHUB_CONNECTION_STRING='nonsense'))
        bad_key = f'HostName={iot_hub().host};SharedAccessKeyName=iothubowner;SharedAccessKey=x'
        self.assertIn('is no connection string', self.told(IOTHUB_CONNECTION_STRING=bad_key))

    def test_a_hub_that_is_not_there(self):
        nobody = 'HostName=127.0.0.1:1;SharedAccessKeyName=iothubowner;SharedAccessKey=' + base64.b64encode(bytes(32)).decode()
        self.assertIn('The hub cannot be reached', self.told(IOTHUB_CONNECTION_STRING=nobody))


class SampleWireTest(unittest.TestCase):
    """What went over the wire of the sample itself: a token in lower case with its parts in another order, a body that is not quite JSON."""

    class Hub2016(IotHub):

        def token(self):
            resource = self.resource.lower()
            expiry = str(int(time.time()) + 10)
            signature = base64.b64encode(hmac.digest(base64.b64decode(self.key), f'{resource}\n{expiry}'.encode(), hashlib.sha256)).decode()
            return f'SharedAccessSignature sig={quote(signature)}&se={expiry}&skn={self.policy}&sr={resource}'

    def hub(self, resource=''):
        hub = self.Hub2016(support.HUB.connection_string, support.HUB.ca_file)
        hub.resource = hub.host.partition(':')[0] + resource
        return hub

    def test_creates_a_device(self):
        text, status = self.hub().call('PUT', '/devices/iotdevice4', b'{deviceId: "iotdevice4"}', {'Content-Type': 'application/json'})
        self.assertEqual(200, status, text)
        self.assertEqual('iotdevice4', json.loads(text)['deviceId'])

    def test_sends_a_message(self):
        DeviceManager(iot_hub()).create_device_id('iotdevice5')
        hub = self.hub('/devices/iotdevice5')
        self.assertEqual(('', 204), D2cSender(hub).send('iotdevice5', b'Hello, IoT Hub'))
        self.assertEqual(['Hello, IoT Hub'], sent_by('iotdevice5'))
