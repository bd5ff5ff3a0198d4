package io.laguna.engines.yarn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in the shapes of Hadoop's REST pages: the ResourceManager tells the node, and the node or the job history the log. */
class ContainerLogsTest {
    private static final String CONTAINER = "container_e01_1_0001_01_000001";
    private static final String NODE = "/ws/v1/node/containers/" + CONTAINER + "/logs/";
    private static final String COLLECTED = "/ws/v1/history/containerlogs/" + CONTAINER + "/";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ResourceManager yarn;
    private final ContainerLogs logs;

    ContainerLogsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        yarn = new ResourceManager(address());
        logs = new ContainerLogs(address());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theLogIsThatOfTheDriversContainer() {
        app("application_1_0001");
        pages.put(NODE + "stdout", answer("LOCAL", "ValueError: no\n", "running"));

        assertThat(output("application_1_0001")).contains(List.of("ValueError: no"));
    }

    @Test
    void theJobHistoryServerHasTheLogOnceYarnHasCollectedIt() {
        app("application_1_0001");
        pages.put(COLLECTED + "stdout", answer("AGGREGATED", "ValueError: no\n", "completed"));

        assertThat(output("application_1_0001")).contains(List.of("ValueError: no"));
    }

    @Test
    void anApplicationThatHasNeverHadAContainerHasNoLog() {
        pages.put("/ws/v1/cluster/apps/application_1_0002", "{\"app\":{\"id\":\"application_1_0002\"}}");

        assertThat(output("application_1_0002")).isEmpty();
        assertThat(output("application_1_0003")).isEmpty();
    }

    @Test
    void aCopyOfALogGrowsAsTheLogDoes(@TempDir Path folder) throws IOException {
        Path copy = folder.resolve("stderr");
        String text = "é one\n";
        pages.put(NODE + "stderr", answer("LOCAL", text, "running"));
        bring(copy);
        bring(copy);
        assertThat(copy).hasContent(text);

        text += "End of LogType:stderr\ntwo\n";
        pages.put(NODE + "stderr", answer("LOCAL", text, "running"));
        bring(copy);
        pages.remove(NODE + "stderr");
        text += "three\n";
        pages.put(COLLECTED + "stderr", answer("AGGREGATED", text, "completed"));
        bring(copy);
        assertThat(copy).hasContent(text);

        pages.clear();
        assertThatThrownBy(() -> bring(copy)).isInstanceOf(EngineFailure.class).hasMessageContaining("404");
    }

    private void bring(Path copy) throws IOException {
        logs.bring(page() + "/stderr?start=-4096", "stderr", copy);
    }

    private void app(String id) {
        pages.put(
                "/ws/v1/cluster/apps/" + id,
                "{\"app\":{\"id\":\"%s\",\"amContainerLogs\":\"%s\"}}".formatted(id, page()));
    }

    private Optional<List<String>> output(String application) {
        YarnCluster cluster = new YarnCluster(yarn, logs, address(), address());
        return new YarnJob(cluster, "tag").driverOutput(new YarnApplication(application, "FINISHED", "FAILED", ""));
    }

    private String page() {
        return address() + "/node/containerlogs/" + CONTAINER + "/hadoop";
    }

    private static String answer(String type, String content, String state) {
        return "Container: " + CONTAINER + " on node:8041\nLogAggregationType: " + type + "\n=====\nLogType:stdout\n"
                + "LogLastModifiedTime:Mon Nov 30 19:00:00 +0000 2026\nLogLength:"
                + content.getBytes(StandardCharsets.UTF_8).length + "\nLogContents:\n" + content
                + "\nEnd of LogType:stdout. This log file belongs to a " + state + " container.\n";
    }

    private URI address() {
        return URI.create("http://" + host());
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a page; of a log so many bytes at its end as are asked for, as nodes do. */
    private void answer(HttpExchange exchange) throws IOException {
        String page = pages.getOrDefault(exchange.getRequestURI().getPath(), "");
        Optional<String> size = Optional.ofNullable(exchange.getRequestURI().getQuery());
        byte[] bytes = size.map(query -> cut(page, Integer.parseInt(query.replaceAll("\\D", ""))))
                .orElse(page)
                .getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String cut(String page, int size) {
        String bytes = new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        int content = bytes.indexOf("LogContents:\n") + "LogContents:\n".length();
        int end = Math.max(content, bytes.lastIndexOf("\nEnd of LogType"));
        return bytes.isEmpty() ? "" : bytes.substring(0, content) + bytes.substring(Math.max(content, end - size));
    }
}
