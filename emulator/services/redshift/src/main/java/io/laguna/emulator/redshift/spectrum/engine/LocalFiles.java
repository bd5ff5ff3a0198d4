package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.DataFile;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The files of objects. Most keys are the paths of their files in the zones; an object whose file is elsewhere, or
 * that has another key's name, is copied beside the zones.
 */
final class LocalFiles {
    /** Keys that are the names of their files, whatever else is in the bucket. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._=/+,@ -]+");

    private final Path zones;
    private final Path copies;
    private final S3Client s3;

    LocalFiles(Path zones, Path copies, S3Client s3) {
        this.zones = zones;
        this.copies = copies;
        this.s3 = s3;
    }

    /**
     * Returns the files that DuckDB reads for objects of a format.
     *
     * @throws SqlFailure when an object cannot be read, or is compressed as nothing here is read
     */
    List<LocalFile> of(FileFormat format, List<DataFile> objects) throws SqlFailure {
        List<LocalFile> files = new ArrayList<>();
        for (DataFile object : objects) {
            Path path = path(object);
            Optional<Conversion> conversion = Conversion.of(format, object);
            files.add(new LocalFile(object, conversion.isPresent() ? converted(conversion.get(), object, path) : path));
        }
        return files;
    }

    private Path path(DataFile object) throws SqlFailure {
        try {
            Path file = zones.resolve(object.bucket()).resolve(object.key());
            boolean isPlain = PLAIN.matcher(object.key()).matches() && file.startsWith(zones);
            return isPlain && Files.isRegularFile(file) && Files.size(file) == object.size() ? file : copied(object);
        } catch (InvalidPathException e) {
            return copied(object);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file of " + object.address(), e);
        }
    }

    /** Returns the file of an object in another form, which is made once. */
    private Path converted(Conversion conversion, DataFile object, Path original) throws SqlFailure {
        try {
            return once(
                    named(object, conversion + "\n", conversion.ending()),
                    partial -> conversion.convert(original, partial, object));
        } catch (FileRefused e) {
            throw new SqlFailure("XX000", e.getMessage());
        } catch (IOException e) {
            throw new SqlFailure("XX000", "Spectrum Scan Error: " + e.getMessage() + ", File: " + object.address());
        }
    }

    private Path named(DataFile object, String form, String ending) {
        byte[] identity = (form + object.address() + "\n" + object.etag()).getBytes(StandardCharsets.UTF_8);
        return copies.resolve(HexFormat.of().formatHex(digest(identity)) + ending);
    }

    /** Returns the file of a copy, which has the end of the key's name: it tells the compression. */
    private Path copied(DataFile object) throws SqlFailure {
        String name = object.key().substring(object.key().lastIndexOf('/') + 1);
        String ending =
                name.contains(".") ? name.substring(name.lastIndexOf('.')).replaceAll("[^.A-Za-z0-9]", "") : "";
        try {
            return once(
                    named(object, "", ending),
                    partial -> s3.getObject(
                            request -> request.bucket(object.bucket()).key(object.key()), partial));
        } catch (S3Exception e) {
            throw new SqlFailure(
                    "XX000",
                    "S3ServiceException:" + e.awsErrorDetails().errorMessage() + ",Status " + e.statusCode() + ",Error "
                            + e.awsErrorDetails().errorCode() + ",Path " + object.address());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + object.address(), e);
        }
    }

    /** Returns a file beside the zones. It is written once, and has its name when it is whole. */
    private Path once(Path file, Writing writing) throws IOException {
        if (!Files.exists(file)) {
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.createDirectories(copies);
            Files.deleteIfExists(partial);
            writing.write(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** What writes the content of a file. */
    private interface Writing {
        void write(Path file) throws IOException;
    }
}
