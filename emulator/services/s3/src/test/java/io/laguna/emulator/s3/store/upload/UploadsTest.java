package io.laguna.emulator.s3.store.upload;

import static io.laguna.emulator.s3.store.Lake.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.s3.store.Lake;
import io.laguna.emulator.s3.store.layout.Digests;
import io.laguna.emulator.s3.store.object.BeforeCommit;
import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.ObjectPart;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.withBucket(folder);
    }

    @Test
    void partsBecomeAnObjectAfterARestart() {
        Upload upload = create("big", Optional.empty(), ChecksumType.FULL_OBJECT);
        part(upload, 2, "replaced");
        UploadedPart second = part(upload, 2, "two");
        lake.restart();
        UploadedPart first = part(upload, 1, "one");

        assertThat(lake.list("", "").objects()).isEmpty();
        assertThat(lake.store().uploads().get(BUCKET, "big", upload.id())).isEqualTo(upload);
        StoredObject object = complete(upload, 0, named(first), named(second));

        assertThat(lake.content("big")).isEqualTo("onetwo");
        assertThat(object.eTag()).isEqualTo(eTag("one", "two"));
        assertThat(object.parts()).extracting(ObjectPart::size).containsExactly(3L, 3L);
        assertThat(lake.get("big")).isEqualTo(object);
        assertThat(object.metadata().userMetadata()).containsEntry("of", "upload");
        refused(Reason.NO_SUCH_UPLOAD, () -> complete(upload, 0, named(first)));
    }

    @Test
    void theBytesOfAnOnlyPartAreTheObjectsWithoutACopy() throws IOException {
        Upload upload = create("one", Optional.empty(), ChecksumType.FULL_OBJECT);
        UploadedPart part = part(upload, 1, "all");
        Object bytes = Files.getAttribute(bytes(upload), "unix:ino");

        StoredObject object = complete(upload, 0, named(part));

        assertThat(Files.getAttribute(lake.file("one"), "unix:ino")).isEqualTo(bytes);
        assertThat(Files.getAttribute(lake.file("one"), "unix:nlink")).isEqualTo(1);
        assertThat(lake.content("one")).isEqualTo("all");
        assertThat(lake.get("one")).isEqualTo(object);
        assertThat(object.eTag()).isEqualTo(eTag("all"));
    }

    @Test
    void anObjectOfAProcessThatDiedBeforeItsUploadWentDoesNotChange() throws IOException {
        Upload upload = create("one", Optional.empty(), ChecksumType.FULL_OBJECT);
        UploadedPart part = part(upload, 1, "all");
        Path object = Files.createLink(lake.file("other"), bytes(upload));
        Object changed = Files.getAttribute(object, "unix:ctime");

        complete(upload, 0, named(part));

        assertThat(Files.getAttribute(lake.file("one"), "unix:ino"))
                .isNotEqualTo(Files.getAttribute(object, "unix:ino"));
        assertThat(Files.getLastModifiedTime(object)).isLessThanOrEqualTo((FileTime) changed);
        assertThat(lake.content("one")).isEqualTo("all");
    }

    @Test
    void checksumsAreOfThePartsOrOfAllBytes() {
        for (ChecksumType type : ChecksumType.values()) {
            Upload upload = create("sum", Optional.of(ChecksumAlgorithm.CRC32), type);
            StoredObject object = complete(upload, 0, named(part(upload, 1, "12345")), named(part(upload, 2, "6789")));
            // The check value of CRC-32 is that of 123456789.
            String expected = type == ChecksumType.FULL_OBJECT
                    ? "y/Q5Jg=="
                    : object.checksums().get(0).value();
            assertThat(object.checksums()).containsExactly(new Checksum(ChecksumAlgorithm.CRC32, type, expected));
            assertThat(expected.endsWith("-2")).isEqualTo(type == ChecksumType.COMPOSITE);
            assertThat(object.parts().get(0).checksums()).hasSize(1);
            assertThat(lake.get("sum")).isEqualTo(object);
        }
    }

    @Test
    void aPartTellsTheChecksumThatItsRequestOrItsUploadNamesAndNoOther() {
        Upload unnamed = create("a", Optional.empty(), ChecksumType.FULL_OBJECT);
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            toldEverywhere(unnamed, Set.of(algorithm), algorithm);
        }
        toldEverywhere(unnamed, Set.of());
        Upload named = create("a", Optional.of(ChecksumAlgorithm.CRC64NVME), ChecksumType.FULL_OBJECT);
        toldEverywhere(named, Set.of(), ChecksumAlgorithm.CRC64NVME);
        StoredObject object = complete(named, 0, named(parts(named).get(0)));
        assertThat(algorithms(object.parts().get(0).checksums())).containsExactly(ChecksumAlgorithm.CRC64NVME);
        complete(unnamed, 0, named(parts(unnamed).get(0)));
        assertThat(lake.get("a").parts().get(0).checksums()).isEmpty();
    }

    private void toldEverywhere(Upload upload, Set<ChecksumAlgorithm> asked, ChecksumAlgorithm... told) {
        assertThat(algorithms(part(upload, 1, "one", asked).told())).containsExactly(told);
        lake.restart();
        assertThat(algorithms(parts(upload).get(0).told())).containsExactly(told);
    }

    private static List<ChecksumAlgorithm> algorithms(List<Checksum> checksums) {
        return checksums.stream().map(Checksum::algorithm).toList();
    }

    private List<UploadedPart> parts(Upload upload) {
        return lake.store()
                .uploads()
                .parts(BUCKET, upload.key(), upload.id(), OptionalInt.empty(), 10)
                .parts();
    }

    @Test
    void partsThatAreNotThoseThatCameAreRefused() {
        Upload upload = create("a", Optional.empty(), ChecksumType.FULL_OBJECT);
        NamedPart one = named(part(upload, 1, "one"));
        NamedPart two = named(part(upload, 2, "two"));

        refused(Reason.INVALID_PART, () -> complete(upload, 0, one, new NamedPart(2, one.eTag(), List.of())));
        refused(Reason.INVALID_PART, () -> complete(upload, 0, one, new NamedPart(3, one.eTag(), List.of())));
        refused(Reason.INVALID_PART, () -> complete(upload, 0));
        refused(Reason.INVALID_PART_ORDER, () -> complete(upload, 0, two, one));
        refused(Reason.PART_TOO_SMALL, () -> complete(upload, 4, one, two));
        refused(Reason.NO_SUCH_UPLOAD, () -> lake.store().uploads().get(BUCKET, "b", upload.id()));
        refused(Reason.NO_SUCH_UPLOAD, () -> lake.store().uploads().get(BUCKET, "a", "../../.."));
        assertThat(lake.find("a")).isEmpty();
        complete(upload, 3, two);
        assertThat(lake.content("a")).isEqualTo("two");
    }

    @Test
    void anUploadThatIsAbortedLeavesNothing() throws IOException {
        Upload upload = create("a", Optional.empty(), ChecksumType.FULL_OBJECT);
        part(upload, 1, "one");

        lake.store().uploads().abort(BUCKET, "a", upload.id());

        refused(Reason.NO_SUCH_UPLOAD, () -> part(upload, 2, "two"));
        assertThat(lake.file(".laguna-s3/uploads")).isEmptyDirectory();
        assertThat(lake.file(".laguna-s3/tmp")).isEmptyDirectory();
    }

    @Test
    void bytesThatAreNoPartsAreSwept() throws IOException {
        Upload upload = create("a", Optional.empty(), ChecksumType.FULL_OBJECT);
        part(upload, 1, "one");
        Path left = lake.file(".laguna-s3/uploads/" + upload.id() + "/x.bytes");
        Files.writeString(left, "half");

        lake.restart();

        assertThat(left).doesNotExist();
        assertThat(lake.store()
                        .uploads()
                        .parts(BUCKET, "a", upload.id(), OptionalInt.empty(), 10)
                        .parts())
                .hasSize(1);
    }

    @Test
    void aPartCanBeARangeOfAnObject() {
        lake.put("source", "0123456789");
        Upload upload = create("a", Optional.of(ChecksumAlgorithm.SHA256), ChecksumType.COMPOSITE);
        try (OpenObject source = lake.store().objects().open(BUCKET, "source", Optional.empty())) {
            UploadedPart part = lake.store().uploads().copyPart(BUCKET, "a", upload.id(), 7, source, 2, 5);
            assertThat(part.size()).isEqualTo(5);
            assertThat(part.checksums()).hasSize(1);
            complete(upload, 0, named(part));
        }
        assertThat(lake.content("a")).isEqualTo("23456");
    }

    @Test
    void partsAndUploadsAreListedInPages() {
        Upload first = create("k/a", Optional.empty(), ChecksumType.FULL_OBJECT);
        Upload second = create("k/a", Optional.empty(), ChecksumType.FULL_OBJECT);
        Upload other = create("k/b/c", Optional.empty(), ChecksumType.FULL_OBJECT);
        for (int number : new int[] {10000, 1, 30}) {
            part(first, number, "x");
        }

        PartPage page = lake.store().uploads().parts(BUCKET, "k/a", first.id(), OptionalInt.empty(), 2);
        assertThat(page.parts()).extracting(UploadedPart::number).containsExactly(1, 30);
        page = lake.store().uploads().parts(BUCKET, "k/a", first.id(), page.next(), 2);
        assertThat(page.parts()).extracting(UploadedPart::number).containsExactly(10000);
        assertThat(page.next()).isEmpty();
        UploadPage uploads = uploads("", "", Optional.empty(), 1);
        assertThat(uploads.uploads()).containsExactly(first);
        uploads = uploads("", uploads.nextKey().orElseThrow(), uploads.nextUpload(), 5);
        assertThat(uploads.uploads()).containsExactly(second, other);
        assertThat(uploads("/", "", Optional.empty(), 5).commonPrefixes()).containsExactly("k/");
    }

    private UploadPage uploads(String delimiter, String after, Optional<String> afterUpload, int max) {
        return lake.store().uploads().list(new ListUploadsRequest(BUCKET, "", delimiter, after, afterUpload, max));
    }

    private Upload create(String key, Optional<ChecksumAlgorithm> checksum, ChecksumType type) {
        return lake.store()
                .uploads()
                .create(new NewUpload(BUCKET, key, Lake.user("of", "upload"), checksum, type, Map.of("by", "me")));
    }

    private UploadedPart part(Upload upload, int number, String content) {
        return part(upload, number, content, Set.of());
    }

    private UploadedPart part(Upload upload, int number, String content, Set<ChecksumAlgorithm> asked) {
        return lake.store()
                .uploads()
                .putPart(
                        BUCKET,
                        upload.key(),
                        upload.id(),
                        number,
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        OptionalLong.empty(),
                        asked,
                        BeforeCommit.ALWAYS);
    }

    /** Returns the file of an upload's only part. */
    private Path bytes(Upload upload) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(lake.file(".laguna-s3/uploads/" + upload.id()), "*.bytes")) {
            return files.iterator().next();
        }
    }

    private StoredObject complete(Upload upload, long smallest, NamedPart... parts) {
        return lake.store()
                .uploads()
                .complete(BUCKET, upload.key(), upload.id(), List.of(parts), smallest, BeforeCommit.ALWAYS);
    }

    private static NamedPart named(UploadedPart part) {
        return new NamedPart(part.number(), part.eTag(), part.checksums());
    }

    private static String eTag(String... parts) {
        var all = Digests.md5();
        for (String part : parts) {
            all.update(Digests.md5().digest(part.getBytes(StandardCharsets.UTF_8)));
        }
        return Digests.hex(all.digest()) + "-" + parts.length;
    }

    private static void refused(Reason reason, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(StoreException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
