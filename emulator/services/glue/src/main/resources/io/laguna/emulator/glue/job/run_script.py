"""Runs the script of a job as Python runs a program: run_script.py SCRIPT [WORD ...].

The script has an empty standard input. The exception that ends it is printed with its lines, SystemExit too, which Python
itself does not print.
"""

import os
import sys
import types


def _run(path):
    script = types.ModuleType("__main__")
    script.__file__ = path
    sys.modules["__main__"] = script
    with open(path, "rb") as source:
        code = compile(source.read(), path, "exec")
    exec(code, script.__dict__)


def _tell(error):
    # The first frames are those of this file.
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_frame.f_code.co_filename == __file__:
        traceback = traceback.tb_next
    sys.excepthook(type(error), error.with_traceback(traceback), traceback)


def _status(code):
    return code if isinstance(code, int) else 1


def _main():
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = sys.argv[1:]
    sys.path[0] = os.path.dirname(sys.argv[0])
    try:
        _run(sys.argv[0])
    except SystemExit as end:
        if end.code is None or end.code == 0:
            return 0
        _tell(end)
        return _status(end.code)
    except BaseException as error:
        _tell(error)
        return 1
    return 0


sys.exit(_main())
