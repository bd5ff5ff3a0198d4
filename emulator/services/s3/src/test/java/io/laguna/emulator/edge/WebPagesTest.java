package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.mount.ServiceMount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that a web page can have nothing of the endpoint. Each attack worked, or failed by luck, before there was a
 * guard.
 */
class WebPagesTest {
    private static final String GLUE =
            "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: AWSGlue.GetDatabases\r\n";
    private static final String FOREIGN = "Origin: http://evil.example\r\n" + WebPage.CROSS_SITE;
    private static final String HIDDEN = "Origin: null\r\n" + WebPage.CROSS_SITE;
    private static final List<String> SCHEDULED = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static TestEdge open;
    private static TestEdge withKeys;

    @BeforeAll
    static void start() throws Exception {
        List<ServiceMount> services = List.of(TestEdge.databases(), OneSchedule.mount(SCHEDULED));
        open = TestEdge.start(folder.resolve("open"), options -> options, services);
        withKeys = TestEdge.start(folder.resolve("keys"), TestEdge::keys, services);
        for (TestEdge edge : List.of(open, withKeys)) {
            Files.createDirectories(edge.buckets().resolve("raw"));
            Files.writeString(edge.buckets().resolve("raw/page.html"), "<script>steal()</script>");
        }
    }

    @AfterAll
    static void stop() {
        open.close();
        withKeys.close();
    }

    enum Credentials {
        ANY,
        KEYS
    }

    private static TestEdge edge(Credentials credentials) {
        return credentials == Credentials.ANY ? open : withKeys;
    }

    @ParameterizedTest
    @EnumSource
    void aFormCallsNoService(Credentials credentials) {
        TestEdge edge = edge(credentials);
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            assertRefused(edge, WebPage.form(type), "LAGUNA_ORIGINS");
        }
        assertThat(SCHEDULED).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFetchCallsNoService(Credentials credentials) {
        TestEdge edge = edge(credentials);
        assertRefused(edge, WebPage.fetch(), "LAGUNA_ORIGINS");
        assertThat(SCHEDULED).isEmpty();
    }

    /** The request is that of a browser too old to say from which site a page is. */
    @ParameterizedTest
    @EnumSource
    void aCallThatAFormCouldHaveSentIsRefusedWithoutAWordOfThePage(Credentials credentials) {
        TestEdge edge = edge(credentials);
        WebPage form = WebPage.form("text/plain");
        String inUrl = new WebPage(form.line(), form.host(), "Content-Type: text/plain\r\n", form.body()).text();
        String byHost = new WebPage(
                        "POST /schedules/x",
                        "scheduler.localhost:4566",
                        "Content-Type: application/x-www-form-urlencoded\r\n",
                        form.body())
                .text();

        assertThat(edge.raw().exchange(inUrl))
                .startsWith("HTTP/1.1 403")
                .contains("signed in the header Authorization");
        assertThat(edge.raw().exchange(byHost))
                .startsWith("HTTP/1.1 403")
                .contains("Send the header Content-Type: application/json");
        assertThat(SCHEDULED).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aReboundNameReadsNothing(Credentials credentials) {
        TestEdge edge = edge(credentials);
        assertRefused(edge, WebPage.rebound("GET /", "", ""), "LAGUNA_ENDPOINT_HOSTS");
        assertRefused(edge, WebPage.rebound("POST /", GLUE, "{}"), "LAGUNA_ENDPOINT_HOSTS");
        assertRefused(edge, WebPage.rebound("GET /raw/page.html", "", ""), "LAGUNA_ENDPOINT_HOSTS");
        assertRefused(edge, WebPage.rebound("GET /_laguna/health", "", ""), "LAGUNA_ENDPOINT_HOSTS");
        assertRefused(
                edge,
                WebPage.rebound("GET /?Action=GetCallerIdentity&Version=2011-06-15", "", ""),
                "LAGUNA_ENDPOINT_HOSTS");
    }

    @ParameterizedTest
    @EnumSource
    void aPageInABucketHasNoRightsAndCallsNothing(Credentials credentials) {
        TestEdge edge = edge(credentials);
        String shown = edge.raw()
                .exchange("GET /raw/page.html HTTP/1.1\r\nHost: 127.0.0.1:4566\r\nConnection: close\r\n"
                        + "Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n\r\n");
        assertThat(shown)
                .contains("Content-Security-Policy: sandbox allow-scripts allow-popups allow-downloads;")
                .contains("X-Content-Type-Options: nosniff");

        assertRefused(
                edge, page("OPTIONS /", HIDDEN + "Access-Control-Request-Method: POST\r\n", ""), "LAGUNA_ORIGINS");
        assertRefused(edge, page("POST /", HIDDEN + GLUE, "{}"), "LAGUNA_ORIGINS");
        assertRefused(
                edge,
                page(
                        "POST /",
                        HIDDEN + "Content-Type: application/x-www-form-urlencoded\r\n",
                        "Action=GetCallerIdentity"),
                "LAGUNA_ORIGINS");
    }

    @ParameterizedTest
    @EnumSource
    void noPageHasTheEndpointInAFrame(Credentials credentials) {
        TestEdge edge = edge(credentials);
        for (String shown : List.of("iframe", "frame", "embed", "object")) {
            String headers = WebPage.CROSS_SITE + "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: " + shown + "\r\n";
            assertRefused(edge, page("GET /raw/page.html", headers, ""), "LAGUNA_ORIGINS");
            assertRefused(edge, page("GET /_laguna/health", headers, ""), "LAGUNA_ORIGINS");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatAsksBeforeIsToldNo(Credentials credentials) {
        TestEdge edge = edge(credentials);
        for (String method : List.of("PUT", "DELETE", "POST")) {
            String asks = FOREIGN + "Access-Control-Request-Method: " + method
                    + "\r\nAccess-Control-Request-Headers: content-type,x-amz-target\r\n";
            assertThat(assertRefused(edge, page("OPTIONS /raw/page.html", asks, ""), "LAGUNA_ORIGINS"))
                    .doesNotContain("Access-Control-Allow");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFormNeitherDeletesNorUploads(Credentials credentials) {
        TestEdge edge = edge(credentials);
        assertRefused(
                edge,
                page(
                        "POST /raw?delete",
                        FOREIGN + "Content-Type: text/plain\r\n",
                        "<Delete><Object><Key>page.html</Key></Object></Delete>"),
                "LAGUNA_ORIGINS");
        assertRefused(
                edge,
                page(
                        "POST /raw",
                        FOREIGN + "Content-Type: multipart/form-data; boundary=x\r\n",
                        "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nevil\r\n--x--\r\n"),
                "LAGUNA_ORIGINS");
        assertThat(edge.buckets().resolve("raw")).isDirectoryContaining("glob:**page.html");
        assertThat(edge.buckets().resolve("raw/evil")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalHasTheFormOfItsService(Credentials credentials) {
        TestEdge edge = edge(credentials);
        assertThat(edge.raw().exchange(page("GET /raw/page.html", FOREIGN, "").text()))
                .contains("<Code>AccessDenied</Code>");
        assertThat(edge.raw().exchange(page("POST /", FOREIGN + GLUE, "{}").text()))
                .contains("\"__type\":\"AccessDeniedException\"");
        assertThat(edge.raw()
                        .exchange(page("GET /?Action=GetCallerIdentity&Version=2011-06-15", FOREIGN, "")
                                .text()))
                .contains("<ErrorResponse")
                .contains("<Code>AccessDenied</Code>");
    }

    private static WebPage page(String line, String headers, String body) {
        return new WebPage(line, "127.0.0.1:4566", headers, body);
    }

    private static String assertRefused(TestEdge edge, WebPage page, String setting) {
        String answer = edge.raw().exchange(page.text());
        assertThat(answer).as(page.text()).startsWith("HTTP/1.1 403").contains(setting);
        return answer;
    }
}
