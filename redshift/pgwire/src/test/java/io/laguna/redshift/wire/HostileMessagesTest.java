package io.laguna.redshift.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.redshift.wire.RunningCluster.Running;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of messages that no client should send: each ends in an answer or the connection's end, and the port lives. */
@ExtendWith(RunningCluster.class)
class HostileMessagesTest {
    private static final int STARTS = 300;
    private static final int CONVERSATIONS = 60;
    private static final int MESSAGES = 20;
    private static final String TYPES = "QPBDECHSFdcfXp?Z\0R";
    private final Running cluster;

    HostileMessagesTest(Running cluster) {
        this.cluster = cluster;
    }

    /** A start-up and what the answer contains. */
    record Start(String what, ByteBuffer bytes, String answer) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Start> starts() {
        return List.of(
                start("an old protocol", numbers(8, 2 << 16), "unsupported frontend protocol 2.0"),
                start("no user", join(numbers(9, 3 << 16), new byte[1]), "no PostgreSQL user name"),
                start(
                        "a name that does not end",
                        join(numbers(12, 3 << 16), "user".getBytes(StandardCharsets.UTF_8)),
                        "08P01"),
                start("a length below its own", numbers(3, 3 << 16), "08P01"),
                start("a length of gigabytes", numbers(Integer.MAX_VALUE, 3 << 16), "08P01"),
                start("a negative length", numbers(-1, 3 << 16), "08P01"),
                start("a cancel without a session", numbers(16, 80877102, 1, 2), ""),
                start("half a cancel", numbers(8, 80877102), "08P01"),
                start("clear bytes after a request for TLS", join(numbers(8, 80877103), numbers(8, 1)), "08P01"),
                start("HTTP", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8), "08P01"));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void aStartThatIsWrongIsAnsweredAndEnds(Start start) throws IOException {
        try (RawClient client = new RawClient(cluster)) {
            client.raw(start.bytes().array());
            client.endOutput();
            String answer = new String(client.readToEnd(), StandardCharsets.UTF_8);
            assertThat(answer).contains(start.answer());
        }
    }

    @Test
    void messagesOfRandomBytesHarmNobody() throws IOException {
        int before = cluster.port().sessions();
        Random random = new Random(20_261_130);
        for (int i = 0; i < STARTS; i++) {
            try (RawClient client = new RawClient(cluster)) {
                byte[] bytes = new byte[random.nextInt(64)];
                random.nextBytes(bytes);
                client.raw(bytes);
                client.endOutput();
                client.readToEnd();
            } catch (SocketException e) {
                assertThat(e).hasMessageContaining("reset");
            }
        }
        for (int i = 0; i < CONVERSATIONS; i++) {
            converse(random);
        }
        await().until(() -> cluster.port().sessions() == before);
        try (RawClient client = RawClient.admitted(cluster)) {
            client.query("select 1");
            assertThat(client.typesUpToReady()).containsEntry('D', 1);
        }
    }

    private void converse(Random random) throws IOException {
        try (RawClient client = RawClient.admitted(cluster)) {
            for (int j = 0; j < MESSAGES; j++) {
                char type = TYPES.charAt(random.nextInt(TYPES.length()));
                byte[] body = new byte[random.nextInt(40)];
                random.nextBytes(body);
                if (random.nextBoolean() && body.length > 0) {
                    body[body.length - 1] = 0;
                }
                client.send(type, body);
            }
            client.endOutput();
            client.readToEnd();
        } catch (SocketException e) {
            assertThat(e).hasMessageMatching(".*(reset|Broken pipe).*");
        }
    }

    @Test
    void aStatementBeyondTheLimitIsRefusedBeforeItIsHeld() throws IOException {
        try (RawClient client = RawClient.admitted(cluster)) {
            client.raw(join(new byte[] {'Q'}, numbers(1 << 30, 0)));
            client.endOutput();
            assertThat(new String(client.readToEnd(), StandardCharsets.UTF_8)).contains("invalid message length");
        }
    }

    private static Start start(String what, byte[] bytes, String answer) {
        return new Start(what, ByteBuffer.wrap(bytes), answer);
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
