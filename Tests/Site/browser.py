# SPDX-License-Identifier: MIT
"""Debian's Chromium, driven without a window."""

import os

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains

NARROW, WIDE = 320, 1280


class Browser:
    """One window. Scripts of the page run unless that is switched off."""

    def __init__(self):
        os.environ["SE_OFFLINE"] = "true"
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver"))
        self.width(WIDE)

    def close(self):
        self.driver.quit()

    def open(self, path, anchor=""):
        # Another address first, or the browser only moves within the page.
        self.driver.get("about:blank")
        self.driver.get(path.as_uri() + anchor)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def protocol(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def width(self, pixels):
        self.protocol(
            "Emulation.setDeviceMetricsOverride",
            width=pixels, height=800, deviceScaleFactor=1, mobile=False,
        )
        # The page is told of its new size with the next frame.
        self.driver.execute_async_script(
            "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")

    def media(self, kind="screen", scheme="light"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.protocol("Emulation.setEmulatedMedia", media=kind, features=features)

    def scripts(self, enabled):
        self.protocol("Emulation.setScriptExecutionDisabled", value=not enabled)

    def press(self, *keys):
        actions = ActionChains(self.driver, duration=0)
        for key in keys:
            actions.send_keys(key)
        actions.perform()

    def complaints(self):
        """What the browser wrote to its console since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]
