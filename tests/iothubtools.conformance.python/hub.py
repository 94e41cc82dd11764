# SPDX-License-Identifier: EPL-2.0
"""The local hub as ./localhub.sh starts it, on a port of its own."""

import os
import pathlib
import re
import subprocess

STOP_SECONDS = 20


class Hub:
    """Serves from its creation until stop(); its state is kept below the folder it is given."""

    def __init__(self, libraries, folder):
        java = pathlib.Path(os.environ['JAVA_HOME'], 'bin', 'java') if os.environ.get('JAVA_HOME') else 'java'
        self.ca_file = str(folder / 'data' / 'ca.pem')
        self.process = subprocess.Popen(
            [java, '-XX:TieredStopAtLevel=1', '-Xmx256m', '-cp', os.path.join(libraries, '*'), 'iothubtools.localhub.internal.cli.Main',
             '--port', '0', '--mqtt-port', 'off', '--amqp-port', 'off', '--data', folder / 'data', '--devices', '0'], stdout=subprocess.PIPE, text=True)
        output = ''
        for line in self.process.stdout:
            output += line
            if line.startswith('Data directory'):
                break
        found = re.search(r'^Service connection string: *(.*)$', output, re.MULTILINE)
        if found is None:
            self.stop()
            raise RuntimeError('The local hub did not start: ' + output)
        self.connection_string = found.group(1)

    def stop(self):
        """Ends it as Ctrl+C does."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self.process.stdout.close()
