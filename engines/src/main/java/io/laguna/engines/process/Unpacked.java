package io.laguna.engines.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server binaries of a Maven artefact, unpacked whole or not at all, once per version of the artefact. */
public final class Unpacked {
    private Unpacked() {}

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /**
     * Unpacks a {@code .txz} archive that lies in the root of the jar, if that is not done yet, and returns the folder.
     */
    public static Path archive(Path jar, String archive, Path parent) {
        return once(jar, parent, folder -> {
            try (FileSystem files = FileSystems.newFileSystem(jar);
                    InputStream packed = Files.newInputStream(files.getPath(archive));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, folder);
                }
            }
        });
    }

    /**
     * Unpacks a folder of the jar, if that is not done yet, and returns where it is. Every file in it may be executed.
     */
    public static Path folder(Path jar, String inside, Path parent) {
        return once(jar, parent, folder -> {
            try (FileSystem files = FileSystems.newFileSystem(jar);
                    Stream<Path> tree = Files.walk(files.getPath(inside))) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    Path target = folder.resolve(
                            files.getPath(inside).relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        });
    }

    private static Path once(Path jar, Path parent, Unpacking unpacking) {
        Path done = parent.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        if (Files.isDirectory(done)) {
            return done;
        }
        Path partial = parent.resolve(done.getFileName() + ".partial");
        try {
            Tree.delete(partial);
            Files.createDirectories(partial);
            unpacking.into(partial);
            return Files.move(partial, done, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + jar + " into " + parent + ": is the disk full?", e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            Set<PosixFilePermission> permissions = EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.OTHERS_READ);
            if ((entry.getMode() & 0100) != 0) {
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                permissions.add(PosixFilePermission.GROUP_EXECUTE);
                permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            }
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
