package io.laguna.glue.bookmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.glue.SharedSpark;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.source.DataSource;
import io.laguna.glue.source.Sources;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays the histories of {@code histories.txt}, whose head describes them, over real sources. */
class BookmarkHistoriesTest {
    private static final String EXPECTED = " =>";
    private static final String KEYS = "keys";

    private final GlueContext glue = SharedSpark.context();
    private final String url = "jdbc:derby:memory:histories" + System.nanoTime() + ";create=true";
    private final Map<String, Integer> versions = new HashMap<>();
    private final List<ObjectNode> left = new ArrayList<>();
    private final List<Instant> starts = new ArrayList<>();
    private Instant now = Instant.parse("2024-01-01T00:00:00Z");
    private BookmarkServer server;
    private Connection connection;

    @TempDir
    private Path folder;

    /** A history, whose first line is its name. */
    record History(String name, List<String> lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void begin() throws IOException, SQLException {
        server = new BookmarkServer();
        connection = DriverManager.getConnection(url);
        sql("CREATE TABLE sold (id INT)");
    }

    @AfterEach
    void end() throws SQLException {
        glue.setBookmarks(Optional.empty());
        server.close();
        connection.close();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void everyRunReadsWhatIsNewToIt(History history) throws IOException, SQLException {
        for (String line : history.lines()) {
            now = now.plus(Duration.ofHours(1));
            int expected = line.indexOf(EXPECTED);
            List<String> words = List.of((expected < 0 ? line : line.substring(0, expected)).split(" ", -1));
            Optional<String> read = Optional.of(play(words)).filter(text -> expected >= 0);
            if (read.isPresent()) {
                assertThat(read.get())
                        .as(history.name() + ": " + line)
                        .isEqualTo(line.substring(expected + EXPECTED.length()).strip());
            }
        }
    }

    /** Does what a line says; returns what a run has read. */
    private String play(List<String> words) throws IOException, SQLException {
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "put" -> write(rest, now);
            case "late" -> write(
                    rest.subList(1, rest.size()), now.minus(Duration.ofMinutes(Integer.parseInt(rest.get(0)))));
            case "delete" -> {
                for (String name : rest) {
                    Files.delete(folder.resolve(name));
                }
            }
            case "insert" -> sql("INSERT INTO sold VALUES "
                    + rest.stream().map(key -> "(" + key + ")").collect(Collectors.joining(",")));
            case "run" -> {
                server.run(now);
                String read = run(rest, true);
                left.add(server.states().deepCopy());
                starts.add(now);
                return read;
            }
            case "fail" -> {
                server.run(now);
                return run(rest, false);
            }
            case "reset" -> server.reset(JsonNodeFactory.instance.objectNode());
            case "rewind" -> server.reset(left.get(number(rest.get(0))).deepCopy());
            case "pause" -> {
                return paused(number(rest.get(0)), number(rest.get(1)), rest.subList(2, rest.size()));
            }
            default -> throw new IllegalArgumentException("No line begins with " + words.get(0));
        }
        return "";
    }

    private static int number(String run) {
        return Integer.parseInt(run) - 1;
    }

    private String paused(int from, int to, List<String> contexts) throws IOException {
        ObjectNode before = server.states();
        server.pausedRun(left.get(from), starts.get(to), left.get(to));
        glue.setBookmarks(Optional.of(Bookmarks.open(server.store(), true)));
        String read = read(contexts);
        glue.bookmarks().orElseThrow().commit();
        assertThat(server.states()).as("a paused run stores nothing").isEqualTo(left.get(from));
        server.reset(before);
        return read;
    }

    private String run(List<String> contexts, boolean commits) throws IOException {
        glue.setBookmarks(Optional.of(Bookmarks.open(server.store(), false)));
        String read = read(contexts);
        if (commits) {
            glue.bookmarks().orElseThrow().commit();
        }
        return read;
    }

    private String read(List<String> contexts) throws IOException {
        List<String> all = new ArrayList<>();
        for (String context : contexts) {
            all.add(source(context).getDynamicFrame().structs().collect().stream()
                    .map(struct -> String.valueOf(struct.get(context.equals(KEYS) ? "ID" : "col0")))
                    .sorted()
                    .collect(Collectors.joining(" ")));
        }
        return String.join(" | ", all).strip();
    }

    private DataSource source(String context) {
        return context.equals(KEYS)
                ? Sources.of(
                        glue,
                        "custom.jdbc",
                        Map.of(
                                "url",
                                url,
                                "dbtable",
                                "sold",
                                "className",
                                "org.apache.derby.jdbc.EmbeddedDriver",
                                "jobBookmarkKeys",
                                List.of("id")),
                        context)
                : Sources.of(glue, "s3", Map.of("paths", folder.toString()), context)
                        .setFormat("csv", Map.of());
    }

    private void write(List<String> names, Instant time) throws IOException {
        for (String name : names) {
            int version = versions.merge(name, 1, Integer::sum);
            Path file = Files.writeString(folder.resolve(name), name + "'".repeat(version - 1) + "\n");
            Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    private void sql(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static Stream<History> histories() throws IOException, URISyntaxException {
        Path file =
                Path.of(BookmarkHistoriesTest.class.getResource("histories.txt").toURI());
        return Arrays.stream(Files.readString(file).split("\n\n# ", -1))
                .skip(1)
                .map(text -> text.strip().lines().toList())
                .map(lines -> new History(lines.get(0), lines.subList(1, lines.size())));
    }
}
