package io.laguna.glue.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.glue.SharedSpark;
import io.laguna.glue.bookmark.BookmarkServer;
import io.laguna.glue.bookmark.Bookmarks;
import io.laguna.glue.bookmark.HttpBookmarkStore;
import io.laguna.glue.bookmark.VersionMismatchException;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.frame.DynamicFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a job over sources whose bookmark is kept. */
class BookmarkedSourcesTest {
    private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");
    private static final String DERBY = "org.apache.derby.jdbc.EmbeddedDriver";

    private final GlueContext glue = SharedSpark.context();
    private BookmarkServer server;
    private Bookmarks bookmarks;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = new BookmarkServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void put(String name, int hour, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(DAY.plus(Duration.ofHours(hour))));
    }

    private void begin(int hour) throws IOException {
        server.run(DAY.plus(Duration.ofHours(hour)));
        open(false);
    }

    private void open(boolean paused) throws IOException {
        bookmarks = Bookmarks.open(server.store(), paused);
        glue.setBookmarks(Optional.of(bookmarks));
    }

    private DynamicFrame read(String context) throws IOException {
        return Sources.of(glue, "s3", Map.of("paths", folder.toString()), context)
                .setFormat("csv", Map.of())
                .getDynamicFrame();
    }

    private static List<Object> values(DynamicFrame frame) {
        return frame.structs().map(struct -> struct.get("col0")).collect().stream()
                .sorted()
                .toList();
    }

    @Test
    void aSecondRunReadsWhatIsNewAndNothingMeansNoColumns() throws IOException {
        put("a.csv", 1, "a\n");
        begin(2);
        assertThat(values(read("s"))).containsExactly("a");
        bookmarks.commit();
        begin(3);
        DynamicFrame nothing = read("s");
        assertThat(nothing.toDF().columns()).isEmpty();
        assertThatThrownBy(() -> nothing.toDF().select("c"))
                .hasMessageContaining("[UNRESOLVED_COLUMN")
                .hasMessageContaining("`c`");
        bookmarks.commit();
        put("b.csv", 4, "b\n");
        put("a.csv", 4, "a2\n");
        begin(5);
        assertThat(values(read("s"))).containsExactly("a2", "b");
    }

    @Test
    void aSourceWithoutAContextIsReadWhole() throws IOException {
        put("a.csv", 1, "a\n");
        begin(2);
        read("");
        bookmarks.commit();
        begin(3);
        assertThat(values(read(""))).containsExactly("a");
        assertThat(server.states().isEmpty()).isTrue();
    }

    @Test
    void aRunThatDoesNotCommitLeavesTheBookmark() throws IOException {
        put("a.csv", 1, "a\n");
        begin(2);
        read("s");
        begin(3);
        assertThat(values(read("s"))).containsExactly("a");
    }

    @Test
    void parquetHeedsTheBookmarkToo() throws IOException {
        String path = folder.resolve("p").toString();
        glue.sparkSession().range(1).write().parquet(path);
        server.run(Instant.now().plusSeconds(60));
        for (int rows : new int[] {1, 0}) {
            open(false);
            DynamicFrame frame = Sources.of(glue, "s3", Map.of("paths", path), "p")
                    .setFormat("parquet", Map.of())
                    .getDynamicFrame();
            assertThat(frame.count()).isEqualTo(rows);
            assertThat(frame.toDF().columns()).hasSize(rows);
            bookmarks.commit();
        }
    }

    @Test
    void aPausedRunReadsBetweenTwoRunsAndStoresNothing() throws IOException {
        put("a.csv", 1, "a\n");
        begin(2);
        read("s");
        bookmarks.commit();
        ObjectNode afterFirst = server.states().deepCopy();
        put("b.csv", 3, "b\n");
        begin(4);
        read("s");
        bookmarks.commit();
        put("c.csv", 5, "c\n");
        server.pausedRun(afterFirst, DAY.plus(Duration.ofHours(4)), server.states());
        open(true);
        assertThat(values(read("s"))).containsExactly("b");
        bookmarks.commit();
        assertThat(server.states()).isEqualTo(afterFirst);
    }

    @Test
    void twoSourcesAreStoredInOnePut() throws IOException {
        put("a.csv", 1, "a\n");
        begin(2);
        read("s");
        read("t");
        assertThat(server.states().isEmpty()).isTrue();
        bookmarks.commit();
        assertThat(server.states().fieldNames()).toIterable().containsExactly("s", "t");
        assertThat(server.states().path("s").path("jsonClass").asText()).isEqualTo("HadoopDataSourceJobBookmarkState");
    }

    @Test
    void aBookmarkThatHasMovedMeanwhileFailsTheCommit() throws IOException {
        begin(2);
        server.moveVersion();
        assertThatThrownBy(() -> bookmarks.commit()).isInstanceOf(VersionMismatchException.class);
    }

    @Test
    void aWrongTokenIsRefused() {
        assertThatThrownBy(() -> new HttpBookmarkStore(server.address(), "wrong").load())
                .hasMessageContaining("403");
    }

    @Test
    void boundedFilesAreReadRunByRun() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            put(name + ".csv", 1, name + "\n");
        }
        for (List<Object> expected : List.of(List.<Object>of("a", "b"), List.<Object>of("c"))) {
            begin(2);
            DynamicFrame frame = Sources.of(glue, "s3", Map.of("paths", folder.toString(), "boundedFiles", "2"), "s")
                    .setFormat("csv", Map.of())
                    .getDynamicFrame();
            assertThat(values(frame)).isEqualTo(expected);
            bookmarks.commit();
        }
    }

    @Test
    void rowsBehindTheLastKeysAreRead() throws IOException, SQLException {
        String url = "jdbc:derby:memory:keys;create=true";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sales (d VARCHAR(10), n INT, v INT)");
            statement.execute("INSERT INTO sales VALUES ('a', 1, 10), ('a', 2, 20)");
            Map<String, Object> options =
                    Map.of("url", url, "dbtable", "sales", "className", DERBY, "jobBookmarkKeys", List.of("d", "n"));
            begin(2);
            assertThat(sold(options)).containsExactly(10, 20);
            statement.execute("INSERT INTO sales VALUES ('a', 3, 30), ('b', 1, 40)");
            assertThat(sold(options)).containsExactly(10, 20, 30, 40);
            bookmarks.commit();
            statement.execute("INSERT INTO sales VALUES ('a', 0, 50), ('b', 2, 60)");
            begin(3);
            assertThat(sold(options)).containsExactly(60);
            bookmarks.commit();
            begin(4);
            assertThat(sold(options)).isEmpty();
        }
    }

    private List<Object> sold(Map<String, Object> options) throws IOException {
        return Sources.of(glue, "custom.jdbc", options, "sales").getDynamicFrame().structs().collect().stream()
                .map(struct -> struct.get("V"))
                .sorted()
                .toList();
    }

    @Test
    void aPrimaryKeyWithoutGapsIsTheKeyWhereNoneIsNamed() throws IOException, SQLException {
        String url = "jdbc:derby:memory:primary;create=true";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, V INT)");
            statement.execute("INSERT INTO t VALUES (1, 10), (2, 20)");
            Map<String, Object> options = Map.of("url", url, "dbtable", "APP.T", "className", DERBY);
            begin(2);
            assertThat(sold(options)).containsExactly(10, 20);
            bookmarks.commit();
            statement.execute("INSERT INTO t VALUES (3, 30)");
            begin(3);
            assertThat(sold(options)).containsExactly(30);
            bookmarks.commit();
            statement.execute("INSERT INTO t VALUES (9, 90)");
            begin(4);
            assertThat(sold(options)).as("a gap").containsExactly(10, 20, 30, 90);
        }
    }
}
