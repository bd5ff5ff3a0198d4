package io.laguna.emulator.s3.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket is a folder, and an object is a file, whoever made it. */
class PlainFilesTest {
    private static final String MD5_OF_FOUR = "8cbad96aced40b3838dd9f07f6ef5772";

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.withBucket(folder.resolve("zones"));
    }

    @ParameterizedTest
    @CsvSource({
        "a, a",
        "a/b.parquet, a/b.parquet",
        "dt=1%3A2/é, dt=1%3A2/é",
        "a//b, a/%~/b",
        "/x, %~/x",
        ".., %=..",
        "../b, %~../b",
        "a/., a/%=.",
        "%=a, %=%25=a",
        "trail/, trail/%=",
        ".laguna-s3/x, %~.laguna-s3/x",
        "x/.laguna-s3, x/.laguna-s3"
    })
    void aKeyIsTheNameOfAFile(String key, String file) {
        lake.put(key, "four");

        assertThat(lake.file(file)).hasContent("four");
        assertThat(lake.list("", "").objects()).extracting(StoredObject::key).containsExactly(key);
    }

    @Test
    void aSegmentThatIsTooLongGoesOnInAFolder() {
        String key = "x".repeat(300);

        lake.put(key, "four");

        assertThat(lake.file("%+" + "x".repeat(253) + "/%=" + "x".repeat(47))).hasContent("four");
    }

    @Test
    void anObjectMakesRoomForTheFolderOfAnother() {
        lake.put("a", "first", Lake.user("of", "a"));
        lake.put("a/b", "second");

        assertThat(lake.file("%=a")).hasContent("first");
        assertThat(lake.content("a")).isEqualTo("first");
        assertThat(lake.get("a").metadata().userMetadata()).containsEntry("of", "a");
        lake.delete("a/b");
        assertThat(lake.content("a")).isEqualTo("first");
        lake.put("a", "third");
        assertThat(lake.file("a")).hasContent("third");
        assertThat(lake.file("%=a")).doesNotExist();
    }

    @Test
    void anEmptyFolderIsAnObjectWithoutAFile() {
        lake.put("trail/", "", Lake.user("by", "hadoop"));

        assertThat(lake.file("trail")).isEmptyDirectory();
        assertThat(lake.get("trail/").metadata().userMetadata()).containsEntry("by", "hadoop");
        lake.put("trail/a", "four");
        lake.delete("trail/a");
        assertThat(lake.find("trail/")).isPresent();
        lake.delete("trail/");
        assertThat(lake.file("trail")).doesNotExist();
    }

    @Test
    void aFileCopiedInIsAnObjectAtOnce() throws IOException {
        Files.createDirectories(lake.file("by"));
        Files.writeString(lake.file("by/hand.csv"), "a,b");

        StoredObject found = lake.get("by/hand.csv");

        assertThat(lake.content("by/hand.csv")).isEqualTo("a,b");
        assertThat(found.eTag()).matches("[0-9a-f]{32}-1");
        assertThat(found.versionId()).isEqualTo("null");
        assertThat(lake.list("by/", "/").objects()).containsExactly(found);
    }

    @Test
    void anEditInPlaceIsANewETagAndKeepsWhatWasSaid() throws IOException {
        StoredObject before = lake.put("a", "four", ObjectMetadata.NONE.withHeaders(Map.of("content-type", "text/x")));
        assertThat(before.eTag()).isEqualTo(MD5_OF_FOUR);

        Files.writeString(lake.file("a"), "five");
        Files.setLastModifiedTime(lake.file("a"), FileTime.from(Instant.now().plusSeconds(1)));
        StoredObject edited = lake.get("a");

        assertThat(edited.eTag()).isNotEqualTo(MD5_OF_FOUR).endsWith("-1");
        assertThat(edited.metadata().headers()).containsEntry("content-type", "text/x");
        Files.setLastModifiedTime(lake.file("a"), FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(lake.get("a").eTag()).isNotEqualTo(edited.eTag());
    }

    @Test
    void whatS3ProxyWroteIsRead() throws IOException {
        Files.writeString(lake.file("old"), "four");
        UserDefinedFileAttributeView view =
                Files.getFileAttributeView(lake.file("old"), UserDefinedFileAttributeView.class);
        view.write("content-md5", ByteBuffer.wrap(HexFormat.of().parseHex(MD5_OF_FOUR)));
        view.write("content-type", StandardCharsets.UTF_8.encode("text/csv"));
        view.write("user-metadata.by", StandardCharsets.UTF_8.encode("spark"));
        view.write("expires", ByteBuffer.allocate(8).putLong(0, 1_700_000_000_000L));

        StoredObject old = lake.get("old");

        assertThat(old.eTag()).isEqualTo(MD5_OF_FOUR);
        assertThat(old.metadata().headers())
                .containsEntry("content-type", "text/csv")
                .containsEntry("expires", "Tue, 14 Nov 2023 22:13:20 GMT");
        assertThat(old.metadata().userMetadata()).containsEntry("by", "spark");
        view.write("laguna-modified", StandardCharsets.UTF_8.encode("abc"));
        assertThat(lake.get("old").eTag()).isNotEqualTo(MD5_OF_FOUR);
    }

    @Test
    void aFolderThatS3ProxyMarkedIsAnObject() throws IOException {
        Files.createDirectories(lake.file("old"));
        Files.getFileAttributeView(lake.file("old"), UserDefinedFileAttributeView.class)
                .write("content-md5", ByteBuffer.wrap(HexFormat.of().parseHex("d41d8cd98f00b204e9800998ecf8427e")));

        assertThat(lake.get("old/").eTag()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
        assertThat(lake.list("", "").objects()).extracting(StoredObject::size).containsExactly(0L);
        lake.delete("old/");
        assertThat(lake.find("old/")).isEmpty();
    }

    @Test
    void aLinkOutOfTheBucketIsRefused() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(lake.file("out"), outside);
        Files.createSymbolicLink(lake.file("file"), outside.resolve("secret"));

        refused(() -> lake.content("out/secret"));
        refused(() -> lake.content("file"));
        refused(() -> lake.put("out/more", "four"));
        refused(() -> lake.list("", ""));
        refused(() -> lake.list("", "/"));
        refused(() -> lake.list("out/", ""));
        assertThat(outside.toFile().list()).containsExactly("secret");
    }

    @Test
    void aLinkToNowhereIsNoObjectAndNoFolder() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Files.createSymbolicLink(lake.file("link"), nowhere);

        assertThat(lake.find("link")).isEmpty();
        assertThat(lake.list("", "").objects()).isEmpty();
        refused(() -> lake.put("link/a", "four"));
        lake.put("link", "four");
        assertThat(lake.file("link")).isRegularFile();
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aLinkWithinTheBucketIsFollowedButNotInACircle() throws IOException {
        lake.put("a/b", "four");
        Files.createSymbolicLink(lake.file("again"), Path.of("a"));

        assertThat(lake.content("again/b")).isEqualTo("four");
        assertThat(lake.list("", "").objects()).extracting(StoredObject::key).containsExactly("a/b", "again/b");
        Files.createSymbolicLink(lake.file("a/circle"), lake.file("a"));
        refused(() -> lake.list("", ""));
    }

    @Test
    @Timeout(20)
    void aListingWithADelimiterDoesNotFollowLinksInACircle() throws IOException {
        Files.createDirectories(lake.file("a/z"));
        lake.put("b/z/file", "four");
        Files.createSymbolicLink(lake.file("a/circle"), lake.file("a"));
        Files.createSymbolicLink(lake.file("a/to-b"), lake.file("b"));
        Files.createSymbolicLink(lake.file("b/to-a"), lake.file("a"));
        Files.createSymbolicLink(lake.file("b/x"), Path.of("y"));
        Files.createSymbolicLink(lake.file("b/y"), Path.of("x"));

        assertThat(lake.list("", "/").commonPrefixes()).containsExactly("a/", "b/");
        assertThat(lake.list("a/", "/").commonPrefixes()).containsExactly("a/circle/", "a/to-b/");
        assertThat(lake.list("b/", "/").commonPrefixes()).containsExactly("b/to-a/", "b/z/");
        assertThat(lake.list("a/to-b/to-a/", "/").commonPrefixes())
                .containsExactly("a/to-b/to-a/circle/", "a/to-b/to-a/to-b/");
        assertThat(lake.content("a/to-b/to-a/to-b/z/file")).isEqualTo("four");
        Files.delete(lake.file("b/z/file"));
        assertThat(lake.list("", "/").commonPrefixes()).isEmpty();
        refused(() -> lake.list("", ""));
    }

    @Test
    void aBucketThatIsALinkIsItsOwnersChoice() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("zones").resolve("linked"), elsewhere);
        Files.writeString(elsewhere.resolve("a"), "four");

        assertThat(lake.store().buckets().list()).extracting(Bucket::name).containsExactly("lake", "linked");
        assertThat(lake.store().objects().get("linked", "a", Optional.empty()).size())
                .isEqualTo(4);
    }

    private static void refused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.LEAVES_BUCKET));
    }
}
