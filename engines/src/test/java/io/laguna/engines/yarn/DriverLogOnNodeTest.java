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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers in the shapes of Hadoop's REST pages: the ResourceManager tells the node, and the node the log. */
class DriverLogOnNodeTest {
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final ResourceManager yarn;

    DriverLogOnNodeTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        yarn = new ResourceManager(URI.create("http://" + host()));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theLogIsThatOfTheDriversContainer() {
        pages.put(
                "/ws/v1/cluster/apps/application_1_0001",
                """
                {"app":{"id":"application_1_0001","amHostHttpAddress":"%s",
                 "amContainerLogs":"http://node:8042/node/containerlogs/container_e01_1_0001_01_000001/hadoop"}}
                """
                        .formatted(host()));
        pages.put(
                "/ws/v1/node/containers/container_e01_1_0001_01_000001/logs/stdout",
                """
                LogType:stdout
                LogContents:
                ValueError: no
                End of LogType:stdout. This log file belongs to a running container
                """);

        assertThat(yarn.driverLog("application_1_0001", "stdout"))
                .containsExactly("LogType:stdout", "LogContents:", "ValueError: no");
    }

    @Test
    void anApplicationThatHasNeverHadAContainerHasNoLog() {
        pages.put("/ws/v1/cluster/apps/application_1_0002", "{\"app\":{\"id\":\"application_1_0002\"}}");

        assertThat(yarn.driverLog("application_1_0002", "stdout")).isEmpty();
        assertThatThrownBy(() -> yarn.driverLog("application_1_0003", "stdout")).isInstanceOf(EngineFailure.class);
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String page = pages.getOrDefault(exchange.getRequestURI().getPath(), "");
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
