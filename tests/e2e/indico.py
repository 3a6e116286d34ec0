# SPDX-License-Identifier: GPL-3.0-or-later
"""An Indico on this computer for tests in Python: starts lanyard-test-server on
a free port, waits until it says where it is, and tells it what to do while it
runs. What it knows at the start stands in tests/server/main.c."""

import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = os.environ["LANYARD_TEST_SERVER"]
PATIENCE = 20  # seconds


class Indico:
    """`base` is where it is mounted, `origin` where it listens. A context."""

    def __init__(self, *options):
        self.process = subprocess.Popen([PROGRAM, *options], stdout=subprocess.PIPE, text=True)
        self.base = self.process.stdout.readline().strip()
        if not self.base:
            raise RuntimeError(f"the test server ended with {self.process.wait(PATIENCE)}")
        self.origin = "/".join(self.base.split("/")[:3])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.terminate()
        self.process.stdout.close()
        status = self.process.wait(PATIENCE)
        if status != 0:
            raise RuntimeError(f"the test server ended with {status}")

    def event(self, number):
        return f"{self.base}/event/{number}/"

    # What it is told; see tests/server/lanyard-indico-control.c.

    def set_event(self, number, folder):
        self._tell("event", id=number, folder=folder)

    def set_fault(self, name, part="", times=0, **more):
        self._tell("fault", name=name, part=part, times=times, **more)

    def end_faults(self):
        self._tell("fault", name="none")

    def set_restricted(self, number, restricted=True):
        self._tell("restricted", id=number, on="yes" if restricted else "no")

    def set_token(self, token, scopes, first="Guinea", last="Pig"):
        self._tell("token", token=token, scopes=scopes, first=first, last=last)

    def revoke_token(self, token):
        self._tell("token", token=token)

    def set_api_key(self, key, secret):
        self._tell("key", key=key, secret=secret)

    def set_shortcut(self, name, number):
        self._tell("shortcut", name=name, id=number)

    def set_validators(self, validators=True):
        self._tell("validators", on="yes" if validators else "no")

    def pass_time(self, seconds):
        self._tell("time", seconds=seconds)

    def clear_requests(self):
        self._tell("clear")

    def requests(self):
        """All so far, each its first line and its headers."""
        text = self._open("GET", "requests")
        return [request.split("\n") for request in text.split("\n\n") if request]

    def _tell(self, what, **values):
        answer = self._open("POST", what, **values)
        if answer != "ok":
            raise ValueError(answer)

    def _open(self, method, what, **values):
        query = "?" + urllib.parse.urlencode(values) if values else ""
        request = urllib.request.Request(f"{self.origin}/test/{what}{query}", method=method)
        # Without a proxy, which may be set where tests run.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            raise ValueError(error.read().decode()) from error
