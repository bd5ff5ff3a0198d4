package io.laguna.emulator.s3.store.record;

import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.TextFile;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of objects' files: an extended attribute, which moves with the file in one step.
 *
 * <p>Where the file system cannot keep it, the record is a file of the bucket's state whose name is the object's inode,
 * size and time in nanoseconds. It is written before the object gets its name, so no object is ever without it, and can
 * be taken for no other file's.
 */
public final class Records {
    static final String NAME = "laguna-s3";

    private final Attributes attributes;
    private final LegacyRecord legacy;
    private final Map<Path, Boolean> besides = new ConcurrentHashMap<>();

    public Records(Attributes attributes) {
        this.attributes = attributes;
        this.legacy = new LegacyRecord(attributes);
    }

    /** Keeps the record, made that of the file as it is now. */
    public ObjectRecord write(BucketFolder bucket, Path file, ObjectRecord record) {
        FileStat stat =
                FileStat.ofKnown(file).orElseThrow(() -> Failed.because("keep the metadata of", file, gone(file)));
        ObjectRecord written = record.of(stat);
        byte[] bytes = written.bytes();
        try {
            if (attributes.write(file, NAME, bytes)) {
                forget(bucket, stat);
            } else {
                besides.put(bucket.root(), true);
                TextFile.write(bucket, beside(bucket, stat), new String(bytes, StandardCharsets.UTF_8));
                attributes.remove(file, NAME);
            }
            return written;
        } catch (IOException e) {
            throw Failed.because("keep the metadata of", file, e);
        }
    }

    /** The record of a file that may have come by hand. Nothing where the file has gone. */
    public Optional<ObjectRecord> read(BucketFolder bucket, Path file, FileStat stat) {
        try {
            Optional<ObjectRecord> record = attributes.read(file, NAME).map(ObjectRecord::parse);
            if (record.isPresent()) {
                return record.map(found -> found.isOf(stat) ? found : found.changedByHand(stat));
            }
            Optional<ObjectRecord> beside = hasBesides(bucket)
                    ? TextFile.read(beside(bucket, stat))
                            .map(text -> ObjectRecord.parse(text.getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
            return beside.isPresent()
                    ? beside
                    : Optional.of(legacy.read(file, stat).orElseGet(() -> plain(stat)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failed.because("read the metadata of", file, e);
        }
    }

    /** Tells whether a file is as it was when its record was written: nobody has changed it by hand since. */
    public boolean isKnown(BucketFolder bucket, Path file, FileStat stat) {
        try {
            return attributes
                            .read(file, NAME)
                            .map(ObjectRecord::parse)
                            .filter(record -> record.isOf(stat))
                            .isPresent()
                    || (hasBesides(bucket) && Files.exists(beside(bucket, stat)));
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw Failed.because("read the metadata of", file, e);
        }
    }

    /** Keeps the record of an object that is a folder; returns false when the file system cannot. */
    public boolean writeFolder(Path folder, ObjectRecord record) throws IOException {
        return attributes.write(folder, NAME, record.bytes());
    }

    /** The record of a folder, if it is an object. */
    public Optional<ObjectRecord> readFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            List<String> names = attributes.names(folder);
            if (names.contains(NAME)) {
                return attributes.read(folder, NAME).map(ObjectRecord::parse);
            }
            if (names.isEmpty()) {
                return Optional.empty();
            }
            FileStat stat = FileStat.of(folder).orElseThrow(() -> gone(folder)).empty();
            return legacy.read(folder, stat).map(found -> found.of(stat));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failed.because("read the metadata of", folder, e);
        }
    }

    /** Makes the folder no object. */
    public void removeFolder(Path folder) {
        try {
            for (String name : List.of(NAME, "content-md5", "content-type")) {
                if (Files.isDirectory(folder)) {
                    attributes.remove(folder, name);
                }
            }
        } catch (NoSuchFileException e) {
            // Then it is none.
        } catch (IOException e) {
            throw Failed.because("remove the metadata of", folder, e);
        }
    }

    /** Removes what is kept beside a file that has gone. */
    public void forget(BucketFolder bucket, FileStat file) {
        if (hasBesides(bucket)) {
            try {
                Files.deleteIfExists(beside(bucket, file));
            } catch (IOException e) {
                throw Failed.because("remove", beside(bucket, file), e);
            }
        }
    }

    /** A file that is about to go, where something is kept beside it and no other name has the file. */
    public Optional<FileStat> lastOf(BucketFolder bucket, Path file) {
        if (!hasBesides(bucket)) {
            return Optional.empty();
        }
        try {
            boolean last =
                    Files.exists(file) && Files.getAttribute(file, "unix:nlink").equals(1);
            return last ? FileStat.of(file).filter(FileStat::isFile) : Optional.empty();
        } catch (IOException e) {
            throw Failed.because("look at", file, e);
        }
    }

    public static Path beside(BucketFolder bucket, FileStat file) {
        return bucket.state("metadata").resolve(file.inode() + "-" + file.size() + "-" + file.modified());
    }

    private boolean hasBesides(BucketFolder bucket) {
        Boolean known = besides.get(bucket.root());
        return known != null
                ? known
                : besides.computeIfAbsent(bucket.root(), root -> Files.isDirectory(bucket.state("metadata")));
    }

    private static ObjectRecord plain(FileStat stat) {
        return new ObjectRecord(
                stat.eTag(), stat.size(), stat.modified(), Version.NULL, 0, ObjectMetadata.NONE, List.of(), List.of());
    }

    private static NoSuchFileException gone(Path file) {
        return new NoSuchFileException(file.toString());
    }
}
