// Runs a function in JavaScript: takes invocations from the Runtime API, calls the handler, and sends back what comes of it.
// A log record of several lines begins with the character RS, which also stands between its lines: it stays one event.

import { existsSync, writeSync } from "node:fs";
import { Agent, request } from "node:http";
import Module, { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

const RECORD = "\x1e";
const API = "/2018-06-01/runtime/";
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
const json = (process.env.AWS_LAMBDA_LOG_FORMAT || "").toLowerCase() === "json";
const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
const least = LEVELS.indexOf((process.env.AWS_LAMBDA_LOG_LEVEL || "TRACE").toUpperCase());
let current = "";

function call(method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const sent = { ...headers };
    if (body !== undefined) {
      sent["Content-Type"] = "application/json";
      sent["Content-Length"] = Buffer.byteLength(body);
    }
    const asked = request({ host, port, path: API + path, method, agent, headers: sent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function write(text) {
  const record = (text.includes("\n") ? RECORD + text.replace(/\n/g, RECORD) : text) + "\n";
  let left = Buffer.from(record, "utf8");
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (e) {
      if (e.code !== "EAGAIN") {
        throw e;
      }
    }
  }
}

function log(level, parts) {
  if (json && LEVELS.indexOf(level) < least) {
    return;
  }
  const time = new Date().toISOString();
  if (!json) {
    write(`${time}\t${current || "undefined"}\t${level}\t${format(...parts)}`);
    return;
  }
  const failed = parts.find((part) => part instanceof Error);
  const fields = { timestamp: time, level, requestId: current || undefined };
  fields.message = parts.length === 1 && typeof parts[0] === "object" && !failed ? parts[0] : format(...parts);
  if (failed) {
    fields.errorType = failed.name;
    fields.errorMessage = failed.message;
    fields.stackTrace = (failed.stack || "").split("\n").slice(1);
  }
  write(JSON.stringify(fields));
}

for (const [name, level] of Object.entries({
  log: "INFO", info: "INFO", debug: "DEBUG", trace: "TRACE", warn: "WARN", error: "ERROR", fatal: "FATAL",
})) {
  console[name] = (...parts) => log(level, parts);
}

class Broken extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

function failure(error) {
  if (error instanceof Error) {
    return {
      errorType: error.name,
      errorMessage: error.message,
      trace: (error.stack || "").split("\n"),
    };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function report(path, error, kind) {
  const failed = failure(error);
  const shown = { ...failed };
  delete shown.trace;
  if (json) {
    write(JSON.stringify({ timestamp: new Date().toISOString(), level: "ERROR", requestId: current || undefined, ...failed }));
  } else {
    const what = path.startsWith("init") ? "Uncaught Exception" : kind;
    const fields = { ...shown, ...own(error), stack: failed.trace };
    write(`${new Date().toISOString()}\t${current || "undefined"}\tERROR\t${what} \t${JSON.stringify(fields)}`);
  }
  return call("POST", path, JSON.stringify(failed), { "Lambda-Runtime-Function-Error-Type": failed.errorType });
}

function own(error) {
  return error instanceof Error ? Object.fromEntries(Object.entries(error).filter(([name]) => name !== "name")) : {};
}

function refuseStreaming() {
  throw new Broken("Runtime.StreamingNotOffered", "Laguna does not stream the responses of functions: export a handler that returns its result.");
}
globalThis.awslambda = { streamifyResponse: refuseStreaming, HttpResponseStream: { from: refuseStreaming } };

async function load(root, path) {
  const place = join(root, path);
  const require = createRequire(join(root, "index.js"));
  for (const [ending, loading] of [
    ["", (file) => require(file)],
    [".js", byRequireOrImport(require)],
    [".mjs", (file) => import(pathToFileURL(file).href)],
    [".cjs", (file) => require(file)],
  ]) {
    if (existsSync(place + ending) && (ending !== "" || !existsSync(place + ".js"))) {
      return loading(place + ending);
    }
  }
  return require(place);
}

function byRequireOrImport(require) {
  return async (file) => {
    try {
      return require(file);
    } catch (e) {
      if (e.code === "ERR_REQUIRE_ESM" || e.code === "ERR_REQUIRE_ASYNC_MODULE") {
        return import(pathToFileURL(file).href);
      }
      throw e;
    }
  };
}

async function findHandler(root, text) {
  const slash = text.lastIndexOf("/") + 1;
  const folder = text.slice(0, slash);
  const named = /^([^.]*)\.(.*)$/.exec(text.slice(slash));
  if (!named || text.includes("..")) {
    throw new Broken("Runtime.MalformedHandlerName", text.includes("..") ? `'${text}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.` : "Bad handler");
  }
  let module;
  try {
    module = await load(root, folder + named[1]);
  } catch (e) {
    if (e instanceof SyntaxError) {
      const broken = new Broken("Runtime.UserCodeSyntaxError", `${e}`);
      broken.stack = `Runtime.UserCodeSyntaxError: ${e.stack}`;
      throw broken;
    }
    if (e && (e.code === "MODULE_NOT_FOUND" || e.code === "ERR_MODULE_NOT_FOUND")) {
      throw new Broken("Runtime.ImportModuleError", `Error: ${e.message}${advice(e.message)}`);
    }
    throw e;
  }
  let found = module;
  for (const part of named[2].split(".")) {
    found = found && (found[part] ?? found.default?.[part]);
  }
  if (found === undefined || found === null) {
    throw new Broken("Runtime.HandlerNotFound", `${text} is undefined or not exported`);
  }
  if (typeof found !== "function") {
    throw new Broken("Runtime.HandlerNotFound", `${text} is not a function`);
  }
  return found;
}

/** Returns what brings the package that is missing, where it is one of the AWS SDK. */
function advice(message) {
  const version = /'(@aws-sdk\/|aws-sdk['/])/.exec(message)?.[1];
  if (!version) {
    return "";
  }
  if (version !== "@aws-sdk/") {
    return "\nLaguna does not bring version 2 of the AWS SDK for JavaScript, which takes no endpoint from its environment: "
      + "use version 3 (@aws-sdk/client-…) with the runtime nodejs18.x or a later one.";
  }
  return "\n" + (process.env.LAGUNA_SDK_REFUSAL
    ?? "Laguna brings the packages of engines/javascript/package.json to nodejs18.x and later: put others into the "
      + "function's zip file or into a layer.");
}

function context(headers) {
  const deadline = Number(headers["lambda-runtime-deadline-ms"]);
  const client = headers["lambda-runtime-client-context"];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: client ? JSON.parse(client) : undefined,
    identity: undefined,
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    awsRequestId: headers["lambda-runtime-aws-request-id"],
    getRemainingTimeInMillis: () => Math.max(deadline - Date.now(), 0),
  };
}

/** Calls the handler, whose end is its promise's, its callback's, or that of one of the context's old functions. */
function run(handler, event, given) {
  return new Promise((resolve, reject) => {
    let called = false;
    const finish = (error, result) => {
      called = true;
      const end = () => (error === undefined || error === null ? resolve(result) : reject(error));
      if (given.callbackWaitsForEmptyEventLoop) {
        process.once("beforeExit", end);
      } else {
        end();
      }
    };
    const now = (error, result) => (error === undefined || error === null ? resolve(result) : reject(error));
    given.done = now;
    given.succeed = (result) => now(null, result);
    given.fail = (error) => now(error ?? "handled");
    const returned = handler(event, given, finish);
    if (returned && typeof returned.then === "function") {
      returned.then(resolve, reject);
    } else {
      // Nothing else ends a handler that neither returns a promise nor calls back.
      process.once("beforeExit", () => called || resolve(handler.length < 3 && returned !== undefined ? returned : null));
    }
  });
}

async function turn(handler, headers, body) {
  current = headers["lambda-runtime-aws-request-id"];
  process.env._X_AMZN_TRACE_ID = headers["lambda-runtime-trace-id"] || "";
  let answer;
  try {
    const given = context(headers);
    const result = await run(handler, JSON.parse(body.toString("utf8")), given);
    answer = JSON.stringify(result === undefined ? null : result);
  } catch (e) {
    await report(`invocation/${current}/error`, e, "Invoke Error");
    return;
  }
  await call("POST", `invocation/${current}/response`, answer);
}

process.on("uncaughtException", async (e) => {
  await report(current ? `invocation/${current}/error` : "init/error", e, "Uncaught Exception");
  process.exit(129);
});
process.on("unhandledRejection", async (reason) => {
  const e = new Broken("Runtime.UnhandledPromiseRejection", reason instanceof Error ? `${reason}` : String(reason));
  e.reason = reason instanceof Error ? failure(reason) : reason;
  await report(current ? `invocation/${current}/error` : "init/error", e, "Unhandled Promise Rejection");
  process.exit(128);
});

// Elsewhere the function's folders have links to its packages: a hook is a thread, and takes a tenth of a second to start.
if (process.env.LAMBDA_TASK_ROOT !== "/var/task") {
  const folders = (process.env.NODE_PATH ?? "").split(":");
  if (folders.some((folder) => basename(folder) === "node_modules" && existsSync(folder))) {
    Module.register?.(new URL("node-path.mjs", import.meta.url));
  }
}

let handler;
try {
  handler = await findHandler(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER);
} catch (e) {
  await report("init/error", e, "Uncaught Exception");
  process.exit(1);
}
while (true) {
  const { headers, body } = await call("GET", "invocation/next");
  await turn(handler, headers, body);
}
