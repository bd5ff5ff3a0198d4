package io.laguna.emulator.lambda.code;

import io.laguna.engines.process.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The code of functions and layers on disk: each zip file once, with its files unpacked beside it. */
public final class CodeStore {
    private static final String ZIP = ".zip";
    private static final String INCOMING = "incoming-";
    private static final Duration LATELY = Duration.ofHours(1);

    private final Path folder;
    private final Path merged;

    /**
     * Code that is kept.
     *
     * @param zipped bytes of the zip file
     */
    public record Kept(CodeHash hash, long zipped) {}

    private CodeStore(Path folder) {
        this.folder = folder.resolve("code");
        this.merged = folder.resolve("opt");
    }

    /** Opens a store in a folder, which is made if it is missing. */
    public static CodeStore open(Path folder) {
        CodeStore store = new CodeStore(folder);
        try {
            Files.createDirectories(store.folder);
            Files.createDirectories(store.merged);
            for (Path leftover : list(store.folder)) {
                if (leftover.getFileName().toString().startsWith(INCOMING)) {
                    Tree.delete(leftover);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the store of code in " + folder, e);
        }
        return store;
    }

    /**
     * Keeps code: it is on the disk, with its files, when this returns.
     *
     * @throws software.amazon.awssdk.services.lambda.model.InvalidParameterValueException for what is no zip file
     */
    public Kept keep(byte[] zip) {
        CodeHash hash = CodeHash.of(zip);
        Path incoming = folder.resolve(INCOMING + UUID.randomUUID());
        try {
            if (!Files.exists(zip(hash))) {
                Path files = Files.createDirectories(incoming.resolve("files"));
                Path archive = incoming.resolve("archive");
                write(archive, zip);
                new Unzipping(files).unpack(archive);
                move(files, files(hash));
                Files.move(archive, zip(hash), StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
            }
            FileTime now = FileTime.from(Instant.now());
            Files.setLastModifiedTime(zip(hash), now);
            Files.setLastModifiedTime(files(hash), now);
            return new Kept(hash, zip.length);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep code in " + folder, e);
        } finally {
            delete(incoming);
        }
    }

    /** Returns the zip file of code. */
    public Path zip(CodeHash hash) {
        return folder.resolve(hash.hex() + ZIP);
    }

    /** Returns the folder with the files of code. */
    public Path files(CodeHash hash) {
        return folder.resolve(hash.hex());
    }

    /** Returns a folder with the files of layers, those of later ones over those of earlier ones; empty without layers. */
    public Optional<Path> layers(List<CodeHash> layers) {
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        if (layers.size() == 1) {
            return Optional.of(files(layers.get(0)));
        }
        Path target = merged.resolve(CodeHash.of(layers).hex());
        Path incoming = merged.resolve(INCOMING + UUID.randomUUID());
        try {
            if (!Files.exists(target)) {
                for (CodeHash layer : layers) {
                    merge(files(layer), incoming);
                }
                move(incoming, target);
            }
            return Optional.of(target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put layers together in " + target, e);
        } finally {
            delete(incoming);
        }
    }

    /** Deletes code that nothing uses any more. What came lately may be used in a moment, and stays. */
    public void retain(Set<String> used) {
        Instant lately = Instant.now().minus(LATELY);
        try {
            for (Path each : list(folder)) {
                String name = each.getFileName().toString();
                boolean old = Files.getLastModifiedTime(each).toInstant().isBefore(lately);
                if (old && !used.contains(name.replace(ZIP, ""))) {
                    Tree.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete code in " + folder, e);
        }
    }

    private static void merge(Path from, Path into) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path each : all) {
            Path target = into.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each) && !Files.isSymbolicLink(each)) {
                Files.createDirectories(target);
            } else {
                Files.deleteIfExists(target);
                Files.createLink(target, each);
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        sync(file);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Somebody else may have kept the same meanwhile. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Tree.delete(from);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path tree) {
        try {
            Tree.delete(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + tree, e);
        }
    }
}
