package io.laguna.emulator.lambda.code;

import io.laguna.emulator.lambda.request.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of an archive, which are put into a folder and nowhere else. */
final class Unzipping {
    /** "250 MB: the maximum size of the contents of a deployment package, including layers". */
    static final long MOST_BYTES = 262_144_000;

    private static final int EXECUTABLE = 0111;
    private static final int BUFFER = 64 << 10;
    private static final String UNREADABLE =
            "Could not unzip uploaded file. Please check your file, then try to upload again.";

    private final Path folder;
    private long bytes;

    Unzipping(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks an archive, and returns how many bytes its files have.
     *
     * @throws software.amazon.awssdk.services.lambda.model.InvalidParameterValueException for what is no archive, is too
     *     large, or would leave the folder
     */
    long unpack(Path archive) {
        // Links come last: no file is written through one.
        List<ZipArchiveEntry> links = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.isEmpty()) {
                throw Failures.invalid("Uploaded file must be a non-empty zip");
            }
            for (ZipArchiveEntry entry : entries) {
                Path target = target(entry.getName());
                if (entry.isUnixSymlink()) {
                    links.add(entry);
                } else if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    write(zip, entry, target);
                }
            }
            for (ZipArchiveEntry link : links) {
                link(zip, link);
            }
            return bytes;
        } catch (ZipException e) {
            throw Failures.invalid(UNREADABLE);
        } catch (IOException e) {
            throw isBroken(e) ? Failures.invalid(UNREADABLE) : new UncheckedIOException("Cannot unpack " + archive, e);
        }
    }

    /** Tells a broken archive from a disk that takes no more. */
    private boolean isBroken(IOException failure) {
        return Files.isWritable(folder)
                && folder.toFile().getUsableSpace() > 0
                && !(failure instanceof FileSystemException);
    }

    private Path target(String name) {
        boolean leaves = name.startsWith("/")
                || name.indexOf('\0') >= 0
                || Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
        if (leaves) {
            throw Failures.invalid(
                    UNREADABLE + " The entry " + name.replace('\0', '?') + " leaves the folder of the code.");
        }
        return folder.resolve(name);
    }

    private void write(ZipFile zip, ZipArchiveEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (Files.isDirectory(target)) {
            throw new ZipException(entry.getName() + " is a file and a folder");
        }
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw Failures.invalid("Unzipped size must be smaller than " + MOST_BYTES + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        Files.setPosixFilePermissions(target, permissions(entry.getUnixMode()));
    }

    /** An archive that was made without modes has programs that can be run. */
    private static Set<PosixFilePermission> permissions(int mode) {
        boolean runs = mode == 0 || (mode & EXECUTABLE) != 0;
        return EnumSet.copyOf(PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void link(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        Path link = target(entry.getName());
        try (InputStream in = zip.getInputStream(entry)) {
            Path to = Path.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            boolean stays =
                    to.isAbsolute() || link.getParent().resolve(to).normalize().startsWith(folder);
            if (!stays) {
                throw Failures.invalid(UNREADABLE + " The link " + entry.getName() + " leaves the folder of the code.");
            }
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, to);
        }
    }
}
