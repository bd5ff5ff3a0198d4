"""Runs a function in Python: takes invocations from the Runtime API, calls the handler, and sends back what comes of it.

A log record of several lines begins with the character RS, which also stands between its lines: it stays one event.
"""

import decimal
import http.client
import importlib
import json
import logging
import os
import sys
import time
import traceback

RECORD = "\x1e"
API = "/2018-06-01/runtime/"


class Decimals(json.JSONEncoder):
    """Numbers of DynamoDB are decimals."""

    def default(self, value):
        if isinstance(value, decimal.Decimal):
            return int(value) if value == value.to_integral_value() else float(value)
        return super().default(value)


def to_json(value):
    return json.dumps(value, cls=Decimals, ensure_ascii=False).encode("utf-8")


class RuntimeClient:
    def __init__(self, address):
        self.connection = http.client.HTTPConnection(address)
        self.connection.connect()
        import socket

        self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def call(self, method, path, body=None, headers=None):
        self.connection.request(method, API + path, body=body, headers=headers or {})
        answer = self.connection.getresponse()
        return answer, answer.read()

    def next(self):
        return self.call("GET", "invocation/next")

    def answer(self, request_id, body):
        status = self.call("POST", f"invocation/{request_id}/response", body, {"Content-Type": "application/json"})[0].status
        return status

    def error(self, path, failure):
        headers = {
            "Content-Type": "application/json",
            "Lambda-Runtime-Function-Error-Type": failure["errorType"],
        }
        self.call("POST", path, to_json(failure), headers)


class Shown:
    """What prints its members, which many handlers do with their context."""

    SHOWN = ()

    def __repr__(self):
        members = ",".join(f"{name}={getattr(self, name)}" for name in self.SHOWN)
        return f"{type(self).__name__}([{members}])"


class CognitoIdentity(Shown):
    SHOWN = ("cognito_identity_id", "cognito_identity_pool_id")

    def __init__(self):
        self.cognito_identity_id = None
        self.cognito_identity_pool_id = None


class Client(Shown):
    SHOWN = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")

    def __init__(self, values):
        self.installation_id = values.get("installation_id")
        self.app_title = values.get("app_title")
        self.app_version_name = values.get("app_version_name")
        self.app_version_code = values.get("app_version_code")
        self.app_package_name = values.get("app_package_name")


class ClientContext(Shown):
    SHOWN = ("custom", "env", "client")

    def __init__(self, values):
        self.custom = values.get("custom")
        self.env = values.get("env")
        self.client = Client(values["client"]) if values.get("client") else None


class LambdaContext(Shown):
    SHOWN = (
        "aws_request_id",
        "log_group_name",
        "log_stream_name",
        "function_name",
        "memory_limit_in_mb",
        "function_version",
        "invoked_function_arn",
        "client_context",
        "identity",
        "tenant_id",
    )

    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        client_context = headers.get("Lambda-Runtime-Client-Context")
        self.client_context = ClientContext(json.loads(client_context)) if client_context else None
        self.identity = CognitoIdentity()
        self.tenant_id = None
        self._epoch_deadline_time_in_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(self._epoch_deadline_time_in_ms - int(time.time() * 1000), 0)

    def log(self, msg):
        emit(str(msg))


REQUEST = {"id": ""}


def emit(text):
    """Writes a record as one event."""
    text = text[:-1] if text.endswith("\n") else text
    sys.stdout.write((RECORD + text.replace("\n", RECORD) if "\n" in text else text) + "\n")
    sys.stdout.flush()


class RequestFilter(logging.Filter):
    def filter(self, record):
        record.aws_request_id = REQUEST["id"]
        record.tenant_id = None
        return True


class JsonFormatter(logging.Formatter):
    USUAL = set(vars(logging.makeLogRecord({}))) | {"aws_request_id", "tenant_id", "message", "asctime"}

    def format(self, record):
        instant = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        fields = {
            "timestamp": instant + "Z",
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
        }
        if record.exc_info:
            fields["stackTrace"] = traceback.format_tb(record.exc_info[2])
            fields["errorType"] = record.exc_info[0].__name__
            fields["errorMessage"] = str(record.exc_info[1])
            fields["location"] = f"{record.pathname}:{record.funcName}:{record.lineno}"
        if record.aws_request_id:
            fields["requestId"] = record.aws_request_id
        for name, value in vars(record).items():
            if name not in self.USUAL:
                fields[name] = value
        return json.dumps(fields, ensure_ascii=False, default=str)


class EventHandler(logging.Handler):
    def emit(self, record):
        emit(self.format(record))


def is_json():
    return os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").lower() == "json"


def set_up_logging():
    logging.Formatter.converter = time.gmtime
    handler = EventHandler()
    if is_json():
        handler.setFormatter(JsonFormatter())
    else:
        handler.setFormatter(
            logging.Formatter(
                "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S"
            )
        )
    handler.addFilter(RequestFilter())
    root = logging.getLogger()
    root.addHandler(handler)
    level = {"TRACE": "DEBUG", "FATAL": "CRITICAL"}.get(os.environ.get("AWS_LAMBDA_LOG_LEVEL", "").upper())
    level = level or os.environ.get("AWS_LAMBDA_LOG_LEVEL", "").upper()
    if is_json() and level:
        root.setLevel(level)


def failure(message, kind, stack=(), request_id=""):
    return {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": list(stack)}


def log_failure(failed):
    if is_json():
        instant = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())
        shown = {name: value for name, value in failed.items() if value}
        emit(json.dumps({"timestamp": instant + "Z", "log_level": "ERROR", **shown}, ensure_ascii=False))
        return
    text = f"[ERROR] {failed['errorType']}: {failed['errorMessage']}"
    if failed["stackTrace"]:
        text += "\nTraceback (most recent call last):\n" + "".join(failed["stackTrace"])
    emit(text)


def user_frames(frames):
    """Leaves out the frames of this file and of the import machinery."""
    return [
        frame
        for frame in frames
        if frame.filename != __file__ and not frame.filename.startswith("<frozen importlib") and "/importlib/" not in frame.filename
    ]


class Broken(Exception):
    def __init__(self, failed):
        super().__init__(failed["errorMessage"])
        self.failed = failed


def find_handler(name):
    try:
        module_name, function_name = name.rsplit(".", 1)
    except ValueError as e:
        raise Broken(failure(f"Bad handler '{name}': {e}", "Runtime.MalformedHandlerName"))
    try:
        if module_name.split(".")[0] in sys.builtin_module_names:
            raise Broken(failure(f"Cannot use built-in module {module_name} as a handler module", "Runtime.BuiltInModuleConflict"))
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as e:
        raise Broken(failure(f"Unable to import module '{module_name}': {e}", "Runtime.ImportModuleError"))
    except SyntaxError as e:
        place = f'  File "{e.filename}" Line {e.lineno}\n    {(e.text or "").rstrip()}\n'
        raise Broken(failure(f"Syntax error in module '{module_name}': {e}", "Runtime.UserCodeSyntaxError", [place]))
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Broken(failure(f"Handler '{function_name}' missing on module '{module_name}'", "Runtime.HandlerNotFound"))


def failed_by(exception, request_id):
    frames = user_frames(traceback.extract_tb(exception.__traceback__))
    return failure(str(exception), type(exception).__name__, traceback.format_list(frames), request_id)


def handle(client, handler, headers, body):
    request_id = headers["Lambda-Runtime-Aws-Request-Id"]
    REQUEST["id"] = request_id
    os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id") or ""
    failed = None
    try:
        event = json.loads(body.decode("utf-8"))
    except ValueError as e:
        failed = failure(f"Unable to unmarshal input: {e}", "Runtime.UnmarshalError", (), request_id)
    if failed is None:
        try:
            result = handler(event, LambdaContext(headers))
            try:
                answer = to_json(result)
            except (TypeError, ValueError, OverflowError) as e:
                failed = failure(f"Unable to marshal response: {e}", "Runtime.MarshalError", (), request_id)
        except Exception as e:
            failed = failed_by(e, request_id)
    if failed is not None:
        log_failure(failed)
        sys.stdout.flush()
        sys.stderr.flush()
        client.error(f"invocation/{request_id}/error", failed)
        return
    sys.stdout.flush()
    sys.stderr.flush()
    client.answer(request_id, answer)


def main():
    address = os.environ["AWS_LAMBDA_RUNTIME_API"]
    client = RuntimeClient(address)
    task = os.environ["LAMBDA_TASK_ROOT"]
    release = f"python{sys.version_info.major}.{sys.version_info.minor}"
    named = os.environ.get("AWS_EXECUTION_ENV", "").replace("AWS_Lambda_", "")
    layers = os.environ.get("LAGUNA_LAYERS", "/opt")
    for folder in dict.fromkeys(
        [f"{layers}/python", f"{layers}/python/lib/{named}/site-packages", f"{layers}/python/lib/{release}/site-packages", task]
    ):
        if folder in sys.path:
            sys.path.remove(folder)
        sys.path.insert(0, folder)
    runtime = os.path.dirname(os.path.abspath(__file__))
    while runtime in sys.path:
        sys.path.remove(runtime)
    sys.path.append(runtime)
    set_up_logging()
    try:
        handler = find_handler(os.environ["_HANDLER"])
    except Broken as e:
        broken = e.failed
    except SystemExit:
        raise
    except Exception as e:
        broken = failed_by(e, "")
    else:
        while True:
            answer, body = client.next()
            handle(client, handler, answer.headers, body)
    log_failure(broken)
    client.error("init/error", broken)
    sys.exit(1)


if __name__ == "__main__":
    main()
