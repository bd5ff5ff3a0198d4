package io.laguna.emulator.s3.store.bucket;

import static io.laguna.emulator.s3.store.Lake.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.s3.store.Lake;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.Versioning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketsTest {
    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.withBucket(folder);
    }

    @Test
    void aBucketIsWhatWasCreatedThroughARestart() {
        Bucket made = lake.store().buckets().create("locked", Optional.of("eu-west-1"), true, Map.of());
        lake.restart();

        assertThat(lake.store().buckets().get("locked")).isEqualTo(made);
        assertThat(made.versioning()).isEqualTo(Versioning.ENABLED);
        assertThat(made.objectLock()).isTrue();
        assertThat(made.created()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(lake.store().buckets().get(BUCKET).region()).isEmpty();
        refused(Reason.BUCKET_EXISTS, () -> lake.store().buckets().create("locked", Optional.empty(), false, Map.of()));
    }

    @Test
    void foldersAreBucketsAndNothingElseIs() throws IOException {
        Files.createDirectory(folder.resolve("by-hand"));
        Files.createDirectory(folder.resolve(".hidden"));
        Files.writeString(folder.resolve("README.md"), "no bucket");

        assertThat(lake.store().buckets().list()).extracting(Bucket::name).containsExactly("by-hand", BUCKET);
        assertThat(lake.store().buckets().get("by-hand").created())
                .isBefore(Instant.now().plusSeconds(60));
        for (String name : new String[] {"", ".", "..", "a/b", ".hidden", "README.md", "a\0b", "x".repeat(300)}) {
            assertThat(lake.store().buckets().find(name)).as(name).isEmpty();
        }
        refused(
                Reason.INVALID_BUCKET_NAME,
                () -> lake.store().buckets().create("../up", Optional.empty(), false, Map.of()));
    }

    @Test
    void onlyAnEmptyBucketGoes() throws IOException {
        lake.put("a/b", "four");
        refused(Reason.BUCKET_NOT_EMPTY, () -> lake.store().buckets().delete(BUCKET));
        lake.store().buckets().version(BUCKET, Versioning.ENABLED);
        lake.delete("a/b");
        assertThat(lake.list("", "").objects()).isEmpty();
        refused(Reason.BUCKET_NOT_EMPTY, () -> lake.store().buckets().delete(BUCKET));
        String marker = lake.find("a/b").orElseThrow().versionId();
        lake.delete("a/b", marker);
        lake.delete("a/b", "null");
        lake.put("folder/", "");
        refused(Reason.BUCKET_NOT_EMPTY, () -> lake.store().buckets().delete(BUCKET));
        lake.delete("folder/", lake.get("folder/").versionId());
        lake.delete("folder/");
        lake.delete("folder/", lake.find("folder/").orElseThrow().versionId());
        Files.createDirectory(lake.file("by-hand"));
        lake.store().buckets().putDocument(BUCKET, "tagging", "old");

        lake.store().buckets().delete(BUCKET);

        assertThat(folder).isEmptyDirectory();
        refused(Reason.NO_SUCH_BUCKET, () -> lake.put("a", "four"));
        lake.store().buckets().create(BUCKET, Optional.empty(), false, Map.of());
        assertThat(lake.store().buckets().document(BUCKET, "tagging")).isEmpty();
        assertThat(lake.store().buckets().get(BUCKET).versioning()).isEqualTo(Versioning.UNVERSIONED);
    }

    @Test
    void aBucketComesWithItsDocumentsOrNotAtAll() {
        lake.store().buckets().create("made", Optional.empty(), false, Map.of("tagging", "tags", "acl", "grants"));
        lake.restart();

        assertThat(lake.store().buckets().document("made", "tagging")).contains("tags");
        assertThat(lake.store().buckets().document("made", "acl")).contains("grants");
        assertThatThrownBy(() -> lake.store()
                        .buckets()
                        .create("half", Optional.empty(), false, Map.of("../bucket", "no document")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(BUCKET, "made");
    }

    @Test
    void aBucketIsNeverSeenWithoutItsDocuments() {
        CompletableFuture<Void> making = CompletableFuture.runAsync(() -> {
            for (int number = 0; number < 100; number++) {
                lake.store()
                        .buckets()
                        .create("made-" + number, Optional.of("eu-west-1"), true, Map.of("tagging", "tags"));
            }
        });
        int seen = 0;
        while (seen < 100) {
            assertThat(making).isNotCompletedExceptionally();
            Optional<Bucket> found = lake.store().buckets().find("made-" + seen);
            if (found.isPresent()) {
                assertThat(found.get().objectLock()).isTrue();
                assertThat(lake.store().buckets().document("made-" + seen, "tagging"))
                        .contains("tags");
                seen++;
            }
        }
    }

    @Test
    void whatSomebodyMadeByHandIsNotReplaced() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("file"), "no bucket");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));

        for (String name : new String[] {"folder", "file", "link"}) {
            refused(
                    Reason.BUCKET_EXISTS,
                    () -> lake.store().buckets().create(name, Optional.empty(), false, Map.of("acl", "grants")));
        }
        assertThat(folder.resolve("folder")).isEmptyDirectory();
        assertThat(folder.resolve("file")).hasContent("no bucket");
    }

    @Test
    void aBucketWhoseFolderBecomesAFileHasGone() throws IOException {
        lake.store().buckets().create("other", Optional.empty(), false, Map.of());
        assertThat(lake.store().buckets().list()).hasSize(2);
        BucketRemoval.removeTree(folder.resolve("other"));
        Files.writeString(folder.resolve("other"), "no bucket");

        assertThat(lake.store().buckets().find("other")).isEmpty();
        assertThat(lake.store().buckets().list()).extracting(Bucket::name).containsExactly(BUCKET);
        refused(Reason.NO_SUCH_BUCKET, () -> lake.store().buckets().document("other", "tagging"));
    }

    @Test
    void aFileOfTheStateThatCannotBeReadIsNotAsIfItWereMissing() throws IOException {
        Path document = loop(lake.file(".laguna-s3/documents/tagging"));
        Path state = loop(folder.resolve("versioned/.laguna-s3/bucket"));

        assertThatThrownBy(() -> lake.store().buckets().document(BUCKET, "tagging"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(document.toString());
        assertThatThrownBy(() -> lake.store().buckets().find("versioned"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(state.toString());
    }

    /** Makes a link to itself, which nobody can read, not even root. */
    private static Path loop(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.createSymbolicLink(path, path.getFileName());
    }

    @Test
    void documentsAreKeptAsTheyWerePut() {
        String text = "<Tagging>\r\n é </Tagging>\n";
        lake.store().buckets().putDocument(BUCKET, "tagging", "old");
        lake.store().buckets().putDocument(BUCKET, "tagging", text);
        lake.restart();

        assertThat(lake.store().buckets().document(BUCKET, "tagging")).contains(text);
        lake.store().buckets().removeDocument(BUCKET, "tagging");
        lake.store().buckets().removeDocument(BUCKET, "tagging");
        assertThat(lake.store().buckets().document(BUCKET, "tagging")).isEmpty();
        assertThatThrownBy(() -> lake.store().buckets().document(BUCKET, "../bucket"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBucketRemovedByHandHasGone() throws IOException {
        lake.store().buckets().version(BUCKET, Versioning.ENABLED);
        lake.put("a", "four");
        BucketRemoval.removeTree(folder.resolve(BUCKET));

        refused(Reason.NO_SUCH_BUCKET, () -> lake.put("a", "four"));
        assertThat(folder.resolve(BUCKET)).doesNotExist();
        Files.createDirectory(folder.resolve(BUCKET));
        assertThat(lake.put("a", "four").versionId()).isEqualTo("null");
    }

    private static void refused(Reason reason, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
