# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in and out, with a real keyring and a server: what is kept, what is
said, and that a token is seen by nobody but the two."""

import fcntl
import os
import select
import signal
import subprocess
import sys
import termios
import time
import unittest
from pathlib import Path

from gi.repository import Gio, GLib

from harness import ProgramTest, Result

sys.path.insert(0, str(Path(os.environ["G_TEST_SRCDIR"]) / "e2e"))
from indico import Indico  # noqa: E402

STATE = os.environ["LANYARD_TEST_KEYRING"]
TOKEN = "indp_4hHnFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"
OTHER = "indp_ZZZZFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"
KEY = "00000000-1111-2222-3333-444444444444"
SECRET = "55555555-6666-7777-8888-999999999999"
PATIENCE = 30


class Lock:
    """The default collection, locked until it is unlocked with its password,
    which GNOME's keyring allows."""

    collection = "/org/freedesktop/secrets/aliases/default"

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.call("org.freedesktop.Secret.Service.Lock", GLib.Variant("(ao)", ([self.collection],)))

    def unlock(self):
        session = self.call("org.freedesktop.Secret.Service.OpenSession",
                            GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))[1]
        self.call("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface.UnlockWithMasterPassword",
                  GLib.Variant("(o(oayays))", (self.collection, (session, b"", b"a password", "text/plain"))))

    def call(self, method, parameters):
        interface, _, name = method.rpartition(".")
        return self.bus.call_sync("org.freedesktop.secrets", "/org/freedesktop/secrets", interface, name, parameters,
                                  None, Gio.DBusCallFlags.NONE, PATIENCE * 1000, None).unpack()


class AccountsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.indico = Indico()
        self.addCleanup(self.indico.close)
        self.indico.set_token(TOKEN, "read:legacy_api read:user", "Guinea", "Pig")
        self.indico.set_restricted("77")

    def environment(self, **more):
        """With the bus that the keyring is on."""
        return super().environment(**{"DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"], **more})

    def run_with_input(self, text, *words, **environment):
        process = self.popen(*words, stdin=subprocess.PIPE, env=self.environment(**environment))
        out, err = process.communicate(text.encode(), timeout=PATIENCE)
        return Result(process.returncode, out.decode(), err.decode())

    def login(self, text, *words, **environment):
        return self.run_with_input(text, "login", self.indico.base, *words, **environment)

    def refuse(self, status, text, *words):
        """One sentence, and the account is as it was."""
        before = self.accounts()
        result = self.login(text, *words)
        self.assertEqual((result.status, result.out), (status, ""), result.err)
        self.assertEqual(len(result.err.splitlines()), 1, result.err)
        self.assertRegex(result.err, r"\Alanyard-cli: \S.*\.\n\Z")
        self.assertNotIn(text.strip() or "nothing", result.err)
        self.assertEqual(self.accounts(), before)
        return result.err

    def accounts(self):
        return self.succeed("accounts", "--json").json()["accounts"]


class SignedOut(AccountsTest):
    """Begins and ends with no account."""

    def setUp(self):
        super().setUp()
        self.addCleanup(self.sign_out_everywhere)

    def sign_out_everywhere(self):
        for account in self.accounts():
            self.succeed("logout", account["origin"])


@unittest.skipUnless(STATE == "unlocked", "the keyring is not open")
class InAndOut(SignedOut):
    def test_in_and_out(self):
        self.assertEqual(self.accounts(), [])
        result = self.login(TOKEN + "\n")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(result.out, f"Signed in to {self.indico.base} as Guinea Pig.\n")
        self.assertEqual(self.accounts(), [{"origin": self.indico.base, "kind": "token", "user": "Guinea Pig"}])
        self.assertEqual(self.succeed("accounts").records(), [[self.indico.base, "Guinea Pig", "token"]])
        self.assertIn("SERVER", self.succeed_on_terminal(80, "accounts").out)

        result = self.succeed("logout", self.indico.event(77))
        self.assertEqual(result.out, f"Signed out of {self.indico.base}.\n")
        self.assertEqual(self.accounts(), [])
        self.assertIn("lanyard-cli accounts", self.fail_with(3, "logout", self.indico.base).err)

    def test_json(self):
        account = {"origin": self.indico.base, "kind": "token", "user": "Guinea Pig"}
        self.assertEqual(self.login(TOKEN, "--json").json()["account"], account)
        self.assertEqual(self.succeed("logout", self.indico.base, "--json").json()["signed_out"], self.indico.base)

    def test_several_servers(self):
        with Indico() as second:
            second.set_token(OTHER, "read:legacy_api read:user", "Another", "Pig")
            self.login(TOKEN)
            self.assertEqual(self.run_with_input(OTHER, "login", second.event(77)).status, 0)
            self.assertEqual({a["origin"]: a["user"] for a in self.accounts()},
                             {self.indico.base: "Guinea Pig", second.base: "Another Pig"})
            sent = [line for request in second.requests() for line in request]
            self.assertFalse([line for line in sent if TOKEN in line])
            self.succeed("logout", second.base)
        self.assertEqual([a["origin"] for a in self.accounts()], [self.indico.base])

    def test_bad_tokens_take_nobodys_place(self):
        self.login(TOKEN)
        self.refuse(5, OTHER)
        self.refuse(2, "\n")
        self.refuse(2, "")
        self.refuse(2, "two words\n")
        self.refuse(2, "x" * 10000)
        self.refuse(2, TOKEN[:10] + "\u00e9")
        self.indico.revoke_token(TOKEN)
        self.refuse(5, TOKEN)

    def test_scopes(self):
        self.indico.set_token(OTHER, "read:user", "Another", "Pig")
        self.assertIn("read:legacy_api", self.refuse(5, OTHER))
        self.indico.set_token(OTHER, "read:legacy_api", "Another", "Pig")
        result = self.login(OTHER)
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(result.out, f"Signed in to {self.indico.base}; it does not say as whom.\n")
        self.assertEqual(self.accounts()[0]["user"], None)

    def test_api_key(self):
        self.indico.set_api_key(KEY, SECRET)
        self.refuse(5, SECRET[::-1], f"--api-key={KEY}")
        self.indico.clear_requests()
        result = self.login(SECRET + "\n", f"--api-key={KEY}")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(self.accounts(), [{"origin": self.indico.base, "kind": "api-key", "user": None}])
        sent = "\n".join(line for request in self.indico.requests() for line in request)
        self.assertIn("signature=", sent)
        self.assertNotIn(SECRET, sent)

    def test_no_server(self):
        self.indico.set_fault("broken")
        self.refuse(self.login(TOKEN).status, TOKEN)
        self.fail_with(2, "login")
        self.fail_with(2, "login", self.indico.base, TOKEN)
        self.assertEqual(self.run_with_input(TOKEN, "login", "not an address").status, 2)

    def test_reads_what_is_restricted(self):
        self.assertNotEqual(self.run_program("add", self.indico.event(77)).status, 0)
        self.login(TOKEN)
        self.succeed("add", self.indico.event(77))
        self.succeed("logout", self.indico.base)

    def test_locked(self):
        self.login(TOKEN)
        self.addCleanup(Lock().unlock)
        self.assertIn("is locked", self.refuse(18, TOKEN))
        self.assertIn("is locked", self.fail_with(18, "logout", self.indico.base).err)
        self.succeed("add", self.indico.event(20))


@unittest.skipUnless(STATE == "unlocked", "the keyring is not open")
class OnATerminal(SignedOut):
    """The token is typed, and not shown."""

    def start(self, **environment):
        master, slave = os.openpty()
        self.addCleanup(os.close, master)
        self.addCleanup(os.close, slave)
        process = self.popen("login", self.indico.base, stdin=slave, stdout=slave, stderr=slave,
                             env=self.environment(**environment), preexec_fn=lambda: self.own(slave))
        self.addCleanup(process.wait, PATIENCE)
        self.addCleanup(process.kill)
        self.assertIn(b"read:legacy_api", self.read_until(master, b"Token: "))
        return process, master, slave

    @staticmethod
    def own(terminal):
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)

    def read_until(self, master, end):
        text = b""
        while end not in text:
            self.assertTrue(select.select([master], [], [], PATIENCE)[0], text)
            text += os.read(master, 4096)
        return text

    def echoes(self, slave):
        return bool(termios.tcgetattr(slave)[3] & termios.ECHO)

    def test_typed(self):
        process, master, slave = self.start()
        self.assertFalse(self.echoes(slave))
        os.write(master, TOKEN.encode() + b"\n")
        text = self.read_until(master, b"Guinea Pig.")
        self.assertEqual(process.wait(PATIENCE), 0)
        self.assertNotIn(TOKEN.encode(), text)
        self.assertTrue(self.echoes(slave))
        self.assertEqual(self.accounts()[0]["user"], "Guinea Pig")

    def test_interrupted(self):
        for number, send in ((signal.SIGINT, lambda process, master: os.write(master, b"half\x03")),
                             (signal.SIGINT, lambda process, master: process.send_signal(signal.SIGTERM))):
            process, master, slave = self.start()
            send(process, master)
            self.assertEqual(process.wait(PATIENCE), -number)
            self.assertTrue(self.echoes(slave))
            self.assertEqual(self.accounts(), [])

    def test_nothing_typed(self):
        process, master, slave = self.start()
        os.write(master, b"\x04")
        self.assertEqual(process.wait(PATIENCE), 2)
        self.assertTrue(self.echoes(slave))


@unittest.skipUnless(STATE == "unlocked", "the keyring is not open")
class Private(SignedOut):
    """The token is looked for wherever it must not be."""

    def assert_private(self, *texts):
        for text in texts:
            for secret in (TOKEN, SECRET):
                self.assertNotIn(secret, text)

    def files(self):
        return [path for path in self.folder.rglob("*") if path.is_file()]

    def test_logs_and_files(self):
        self.indico.set_api_key(KEY, SECRET)
        config = {"G_MESSAGES_DEBUG": "all", "XDG_CONFIG_HOME": str(self.folder / "config"),
                  "XDG_CACHE_HOME": str(self.folder / "cache"), "XDG_STATE_HOME": str(self.folder / "state"),
                  "GSETTINGS_BACKEND": "keyfile", "G_DEBUG": ""}
        for text, words in ((TOKEN, []), (SECRET, [f"--api-key={KEY}"])):
            results = [self.login(text, *words, **config),
                       self.run_program("add", self.indico.event(77), **config),
                       self.run_program("refresh", "--all", **config)]
            self.indico.set_fault("broken")
            results.append(self.run_program("refresh", "--all", **config))
            self.indico.end_faults()
            self.indico.set_fault("redirect-loop")
            results.append(self.run_program("refresh", "--all", **config))
            self.indico.end_faults()
            results.append(self.run_program("accounts", "--json", **config))
            self.assertEqual([result.status for result in results[:3]], [0, 0, 0], results[1].err)
            self.assertIn("DEBUG", results[0].err + results[0].out)
            self.assert_private(*(result.out + result.err for result in results))
        self.assertIn("lanyard.db", [path.name for path in self.files()])
        for path in self.files():
            content = path.read_bytes()
            for secret in (TOKEN, SECRET):
                self.assertNotIn(secret.encode(), content, path)

    def test_addresses_and_headers(self):
        self.login(TOKEN)
        self.run_program("add", self.indico.event(77))
        for request in self.indico.requests():
            with_token = [line for line in request if TOKEN in line]
            self.assertNotIn(TOKEN, request[0])
            self.assertLessEqual({line.split(":")[0].lower() for line in with_token}, {"authorization"})
            self.assertFalse([line for line in request if line.lower().startswith("cookie:")])
        self.assertTrue(any(TOKEN in line for request in self.indico.requests() for line in request))

    def test_process(self):
        """While it waits for the server, which says nothing."""
        self.indico.set_fault("silence")
        process = self.popen("login", self.indico.base, stdin=subprocess.PIPE)
        process.stdin.write(TOKEN.encode() + b"\n")
        process.stdin.flush()
        deadline = time.monotonic() + PATIENCE
        while not any(TOKEN in line for request in self.indico.requests() for line in request):
            self.assertLess(time.monotonic(), deadline)
        for name in ("cmdline", "environ", "comm"):
            self.assertNotIn(TOKEN.encode(), Path(f"/proc/{process.pid}/{name}").read_bytes(), name)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, out, err), (-signal.SIGINT, b"", b""))
        self.assertEqual(self.accounts(), [])


@unittest.skipUnless(STATE == "none", "there is a keyring")
class Missing(AccountsTest):
    def test_said_and_nothing_else_harmed(self):
        for words in (("accounts",), ("logout", self.indico.base)):
            self.assertIn("no keyring", self.fail_with(18, *words).err)
        result = self.login(TOKEN)
        self.assertEqual((result.status, result.out), (18, ""))
        self.assertIn("no keyring", result.err)
        self.assertNotIn(TOKEN, result.err)
        self.succeed("add", self.indico.event(20))
        self.succeed("refresh", "--all")


if __name__ == "__main__":
    unittest.main()
