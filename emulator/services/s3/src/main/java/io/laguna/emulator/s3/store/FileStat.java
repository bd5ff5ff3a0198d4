package io.laguna.emulator.s3.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The file system's facts about a file, by which the file is known again.
 *
 * @param modified in nanoseconds since 1970
 * @param identity of the file on its file system
 */
record FileStat(Type type, long size, long modified, String identity) {
    /** What it is. */
    enum Type {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    /** Nothing where there is nothing, also where a folder on the way is a file. */
    static Optional<FileStat> of(Path path) {
        return read(path);
    }

    /** As {@link #of} for what is there, unless it has gone since. It saves the question whether it is. */
    static Optional<FileStat> ofKnown(Path path) {
        try {
            return Optional.of(of(Files.readAttributes(path, BasicFileAttributes.class)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failed.because("look at", path, e);
        }
    }

    /** As {@link #of}, of a symbolic link itself, unless it leads to nowhere. */
    static Optional<FileStat> ofLink(Path path) {
        return read(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<FileStat> read(Path path, LinkOption... options) {
        try {
            // To ask first is many times cheaper than an exception.
            return Files.exists(path)
                    ? Optional.of(of(Files.readAttributes(path, BasicFileAttributes.class, options)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failed.because("look at", path, e);
        }
    }

    static FileStat of(BasicFileAttributes attributes) {
        Type type = attributes.isRegularFile()
                ? Type.FILE
                : attributes.isDirectory() ? Type.FOLDER : attributes.isSymbolicLink() ? Type.LINK : Type.OTHER;
        return new FileStat(
                type,
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                String.valueOf(attributes.fileKey()));
    }

    /** Of a folder: the sizes of folders say nothing of objects. */
    FileStat empty() {
        return new FileStat(type, 0, modified, identity);
    }

    boolean isFile() {
        return type == Type.FILE;
    }

    boolean isFolder() {
        return type == Type.FOLDER;
    }

    boolean isLink() {
        return type == Type.LINK;
    }

    /** For a file that came by hand. It says that it is no MD5 of the content by what it ends in. */
    String eTag() {
        String made = size + " " + modified + " " + inode();
        return Digests.hex(Digests.md5().digest(made.getBytes(StandardCharsets.UTF_8))) + "-1";
    }

    /** The number of the file without that of its device, which changes when the machine is started again. */
    String inode() {
        int at = identity.lastIndexOf("ino=");
        return at < 0 ? identity : identity.substring(at + 4, identity.length() - 1);
    }
}
