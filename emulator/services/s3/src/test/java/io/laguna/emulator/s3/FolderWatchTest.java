package io.laguna.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Tests of buckets in whose folders files that come by hand are events too. */
class FolderWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than a file has to stay as it is. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final List<ObjectEvent> events = new CopyOnWriteArrayList<>();
    private S3 store;
    private S3Client s3;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("raw/in"));
        Files.writeString(folder.resolve("raw/in/before.csv"), "there before anybody watched");
        // The clock by which a file system stamps files is a coarse one.
        await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        start();
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("raw/.laguna-s3/watched-since")));
    }

    private void start() {
        store = S3.watching(folder, Set.of("raw", "not-there-yet"));
        store.events().subscribe(events::add);
        s3 = Rooms.of(S3Client.class, store.rooms(new Caller("000000000000", "us-east-1")))
                .client();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> keys() {
        return events.stream().map(ObjectEvent::key).toList();
    }

    @Test
    void aFileThatComesByHandIsAnEventOnceAndSoIsItsNextContent() throws IOException {
        Path file = folder.resolve("raw/in/día 1.csv");
        Files.writeString(file, "id\n1\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys()).containsExactly("in/día 1.csv"));
        ObjectEvent event = events.get(0);
        HeadObjectResponse head = s3.headObject(get -> get.bucket("raw").key("in/día 1.csv"));
        assertThat(event.name()).isEqualTo(ObjectEvent.Name.PUT);
        assertThat(event.bucket()).isEqualTo("raw");
        assertThat(event.size()).hasValue(5);
        assertThat("\"" + event.eTag().orElseThrow() + "\"").isEqualTo(head.eTag());
        assertThat(head.lastModified()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));

        store.close();
        start();
        Files.writeString(file, "id\n1\n2\n");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events).hasSize(2));
        assertThat(events.get(1).size()).hasValue(7);
        assertThat(events.get(1).order()).isGreaterThan(event.order());
    }

    @Test
    void aFileThatComesWhileNobodyWatchesIsAnEventLater() throws IOException {
        store.close();
        Files.writeString(folder.resolve("raw/late.csv"), "x");

        start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys()).containsExactly("late.csv"));
    }

    @Test
    void halfAFileIsNoEvent() throws IOException {
        Path file = folder.resolve("raw/long.csv");
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            out.write('1');
            out.flush();
            await().during(QUIET).atMost(PATIENCE).untilAsserted(() -> assertThat(events)
                    .as("while it is open")
                    .isEmpty());
            out.write('2');
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events).singleElement().satisfies(event -> assertThat(event.size())
                        .hasValue(2)));
    }

    @Test
    void whatIsRenamedIntoTheFolderIsAnEventAndWhatS3HasPutIsNoSecondOne() throws IOException {
        Files.writeString(folder.resolve("made elsewhere"), "x");
        s3.putObject(put -> put.bucket("raw").key("put.csv"), RequestBody.fromString("put"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys()).containsExactly("put.csv"));

        Files.move(
                folder.resolve("made elsewhere"), folder.resolve("raw/in/renamed.csv"), StandardCopyOption.ATOMIC_MOVE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys()).contains("in/renamed.csv"));
        await().during(QUIET).atMost(PATIENCE).untilAsserted(() -> assertThat(keys())
                .containsExactly("put.csv", "in/renamed.csv"));
    }

    @Test
    void aBucketThatCannotBeReadKeepsNoOtherFromBeingWatched() throws IOException {
        store.close();
        Files.createDirectories(folder.resolve("not-there-yet"));
        Files.createSymbolicLink(folder.resolve("not-there-yet/out"), folder);
        start();

        Files.writeString(folder.resolve("raw/in/new.csv"), "x");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys()).containsExactly("in/new.csv"));
    }
}
