"""The machine and the versions that a comparison was made with."""

import ctypes
import os
import platform
import re
import subprocess
from importlib.metadata import version


def field(path, name):
    """What follows `name :` in a file of /proc."""
    with open(path) as lines:
        return next(
            line.split(":", 1)[1].strip() for line in lines if re.match(rf"{name}\s*:", line)
        )


def openblas_core():
    """The processor whose kernels OpenBLAS chose."""
    core = ctypes.CDLL("libopenblas.so.0").openblas_get_corename
    core.restype = ctypes.c_char_p
    return core().decode()


def machine():
    return {
        "processor": field("/proc/cpuinfo", "model name"),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(int(field("/proc/meminfo", "MemTotal").split()[0]) * 1024 / 1e9, 1),
        "kernel": re.match(r"[\d.]*\d", platform.release())[0],
        "openblas_core": openblas_core(),
        # Anything else that ran shows here.
        "load_average_before": round(os.getloadavg()[0], 2),
    }


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def versions():
    found = {
        "swift": re.search(r"Swift version (\S+)", output("swift", "--version")).group(1),
        "openblas": output("pkg-config", "--modversion", "openblas"),
        "python": platform.python_version(),
    }
    return found | {
        name: version(name) for name in ["torch", "transformers", "peft", "tokenizers"]
    }
