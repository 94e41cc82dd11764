# SPDX-License-Identifier: EPL-2.0
"""Runs the tests against a local hub of their own, prints how many passed and reports as Maven does.

    run.py FOLDER     FOLDER has the hub's jar and its libraries; Java is that of JAVA_HOME
"""

import pathlib
import platform
import shutil
import sys
import time
import traceback
import unittest
from xml.etree import ElementTree

import support
from hub import Hub

SUITE = 'iothubtools.conformance.python'
TARGET = pathlib.Path(__file__).resolve().parent / 'target'


class Result(unittest.TestResult):
    """Keeps each test as an element of the report."""

    def __init__(self):
        super().__init__()
        self.report = ElementTree.Element('testsuite', name=SUITE)
        self.begun = time.monotonic()

    def startTest(self, test):
        super().startTest(test)
        self.begun = time.monotonic()

    def addSuccess(self, test):
        super().addSuccess(test)
        self._keep(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._keep(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self._keep(test, err)

    def _keep(self, test, err=None):
        kind, _, name = test.id().rpartition('.')
        case = ElementTree.SubElement(self.report, 'testcase', name=name, classname=f'{SUITE}.{kind}', time=f'{time.monotonic() - self.begun:.3f}')
        if err is not None:
            print(f'  failed: {name}: {err[1]}')
            ElementTree.SubElement(case, 'failure', message=str(err[1])).text = ''.join(traceback.format_exception(*err))

    def write(self):
        failed = len(self.failures) + len(self.errors)
        counts = {'tests': len(self.report), 'failures': failed, 'errors': 0, 'skipped': 0}
        self.report.attrib.update({name: str(count) for name, count in counts.items()})
        ElementTree.indent(self.report)
        folder = TARGET / 'surefire-reports'
        folder.mkdir(parents=True, exist_ok=True)
        ElementTree.ElementTree(self.report).write(folder / 'TEST-python.xml', 'UTF-8', xml_declaration=True)
        print(f"The sample's scripts in Python {platform.python_version()}: {len(self.report) - failed} of {len(self.report)} passed")


def main(libraries):
    sys.dont_write_bytecode = True
    folder = TARGET / 'hub'
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    support.HUB = Hub(libraries, folder)
    result = Result()
    try:
        unittest.defaultTestLoader.discover(str(pathlib.Path(__file__).parent)).run(result)
    finally:
        support.HUB.stop()
        result.write()
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == '__main__':
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1]))
