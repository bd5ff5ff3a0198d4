package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.core.SdkClient;

/**
 * A text of calls with the answers that they get, in blocks, each of which is a test:
 *
 * <pre>
 * == a new value makes the old one previous
 * # A comment.
 * PutSecretValue {"SecretId": "a", "SecretString": "2"}
 *   {"Name": "a", "VersionId": "$second", "VersionStages": ["AWSCURRENT"]}
 * GetSecretValue {"SecretId": "b"}
 *   ! ResourceNotFoundException Secrets Manager can't find the specified secret.
 * </pre>
 *
 * <p>A call stands at the beginning of a line, what is expected of it is indented. An answer may have more members than are
 * expected. {@code "$name"} stands for any text, the same one wherever it stands again in the block, {@code "*"} for
 * anything, and {@code "-"} for a member that is not there. A message may end with {@code …}, behind which it goes on.
 */
public final class CallScript {
    private final List<Block> blocks;

    private CallScript(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** A block. */
    private record Block(String title, List<Call> calls) {}

    /** A call, and what is expected of it; empty where any answer is right. */
    record Call(String operation, String request, String expected) {}

    /** Reads a script that lies beside a class. */
    public static CallScript of(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            return new CallScript(parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a test for each block, on the rooms of a service. */
    public <C extends SdkClient> Stream<DynamicTest> tests(CommittedIndex index, Supplier<List<C>> rooms) {
        assertThat(blocks).isNotEmpty();
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(block.title(), () -> {
                    SpokenCalls<C> calls = new SpokenCalls<>(index, rooms.get());
                    block.calls().forEach(calls::make);
                }));
    }

    private static List<Block> parse(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("== ")) {
                blocks.add(new Block(line.substring(3), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(blocks.get(blocks.size() - 1).calls(), line);
            }
        }
        return blocks;
    }

    private static void add(List<Call> calls, String line) {
        if (line.startsWith(" ")) {
            Call last = calls.remove(calls.size() - 1);
            calls.add(new Call(last.operation(), last.request(), (last.expected() + " " + line.strip()).strip()));
        } else {
            String[] parts = line.split(" ", 2);
            calls.add(new Call(parts[0], parts.length == 1 ? "{}" : parts[1], ""));
        }
    }
}
