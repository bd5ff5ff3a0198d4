package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.bucket.BucketRemoval;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.Incoming;
import io.laguna.emulator.s3.store.layout.TextFile;
import io.laguna.emulator.s3.store.layout.TextRecord;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder of an upload in progress: a text that says what it is, and for each part its bytes and a text that says
 * which file has them. A part is there when its text is.
 */
public final class UploadFolder {
    private static final Pattern ID = Pattern.compile("[0-9A-Z]{32}");
    private static final String TEXT = "upload";
    private static final String PART = ".part";

    private final BucketFolder bucket;
    private final Path folder;

    /** A part with the file that has its bytes. */
    record Part(UploadedPart part, Path file) {}

    private UploadFolder(BucketFolder bucket, Path folder) {
        this.bucket = bucket;
        this.folder = folder;
    }

    static Path root(BucketFolder bucket) {
        return bucket.state("uploads");
    }

    /** Returns the folder of an upload; empty for what can be no id. */
    static Optional<UploadFolder> of(BucketFolder bucket, String id) {
        return ID.matcher(id).matches()
                ? Optional.of(new UploadFolder(bucket, root(bucket).resolve(id)))
                : Optional.empty();
    }

    /** Returns all folders of uploads in the bucket, in no order. */
    public static List<UploadFolder> all(BucketFolder bucket) {
        List<UploadFolder> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root(bucket))) {
            folders.forEach(
                    folder -> of(bucket, folder.getFileName().toString()).ifPresent(found::add));
        } catch (NoSuchFileException e) {
            return found;
        } catch (IOException e) {
            throw Failed.because("list", root(bucket), e);
        }
        return found;
    }

    /** Makes it, whole or not at all. */
    void create(Upload upload) {
        Path temporary = bucket.temporary();
        try {
            TextFile.write(bucket, temporary.resolve(TEXT), UploadText.write(upload));
            bucket.makeState(root(bucket));
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failed.because("write", folder, e);
        }
    }

    Optional<Upload> read() {
        return TextFile.read(folder.resolve(TEXT))
                .map(text -> UploadText.read(bucket.name(), folder.getFileName().toString(), text));
    }

    /**
     * Makes received bytes a part, in place of one of that number.
     *
     * @param asked the algorithms for which the upload or the request asked
     */
    UploadedPart put(int number, Incoming incoming, Set<ChecksumAlgorithm> asked) {
        Optional<Part> before = part(number);
        Path file = folder.resolve(incoming.file().getFileName() + ".bytes");
        UploadedPart part = new UploadedPart(
                number,
                incoming.size(),
                incoming.md5(),
                Instant.ofEpochMilli(System.currentTimeMillis()),
                ObjectRecord.fullObject(incoming.checksums()),
                asked);
        try {
            Files.move(incoming.file(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failed.because("write", file, e);
        }
        TextFile.write(
                bucket, text(number), UploadText.write(part, file.getFileName().toString()));
        before.ifPresent(replaced -> Incoming.discard(replaced.file()));
        return part;
    }

    Optional<Part> part(int number) {
        return TextFile.read(text(number))
                .map(TextRecord::parse)
                .map(record -> new Part(
                        UploadText.part(number, record),
                        folder.resolve(record.get("file").orElseThrow())));
    }

    /** The numbers of its parts, in order. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        try (DirectoryStream<Path> texts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path text : texts) {
                String name = text.getFileName().toString();
                numbers.add(Integer.valueOf(name.substring(0, name.length() - PART.length())));
            }
        } catch (IOException e) {
            throw Failed.because("list", folder, e);
        }
        numbers.sort(null);
        return numbers;
    }

    /** Ends it in one step. */
    void remove() {
        Path trash = bucket.temporary();
        try {
            bucket.makeState(trash.getParent());
            Files.move(folder, trash, StandardCopyOption.ATOMIC_MOVE);
            BucketRemoval.removeTree(trash);
        } catch (IOException e) {
            throw Failed.because("remove", folder, e);
        }
    }

    /** Removes bytes that are no part's. */
    public void sweep() throws IOException {
        Set<Path> needed = new HashSet<>();
        numbers().forEach(number -> part(number).ifPresent(part -> needed.add(part.file())));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.bytes")) {
            for (Path file : files) {
                if (!needed.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path text(int number) {
        return folder.resolve(String.format(Locale.ROOT, "%05d", number) + PART);
    }
}
