package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.FileStat;
import io.laguna.emulator.s3.store.layout.TextFile;
import io.laguna.emulator.s3.store.version.Rooms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that came by hand since somebody began to ask for them: those that S3 has written have a record. Files that were there
 * before are none of them.
 */
public final class FilesByHand {
    private static final String BEGUN = "watched-since";

    private final Rooms rooms;
    private final FolderIndexes indexes = new FolderIndexes();

    public FilesByHand(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Returns the files of a bucket of which nobody has been told; none where there is no such bucket. */
    public List<FileByHand> of(String name) {
        Optional<BucketFolder> bucket = rooms.buckets().find(name);
        if (bucket.isEmpty()) {
            return List.of();
        }
        Instant begun = begun(bucket.get());
        List<FileByHand> files = new ArrayList<>();
        KeyWalk walk = new KeyWalk(KeyTree.objects(bucket.get(), indexes, rooms.records()), "", "", false);
        for (Optional<KeyWalk.Step> step = walk.next(folder -> false);
                step.isPresent();
                step = walk.next(folder -> false)) {
            Path path = step.get().path();
            String key = step.get().text();
            FileStat.ofKnown(path)
                    .filter(stat -> stat.isFile() && changed(path).isAfter(begun))
                    .filter(stat -> !rooms.records().isKnown(bucket.get(), path, stat))
                    .ifPresent(stat -> files.add(new FileByHand(key, path, stat)));
        }
        return files;
    }

    private static Instant begun(BucketFolder bucket) {
        Path file = bucket.state(BEGUN);
        return TextFile.read(file).map(Instant::parse).orElseGet(() -> {
            Instant now = Instant.now();
            TextFile.write(bucket, file, now.toString());
            return now;
        });
    }

    /** Returns when a file came to its place or was written: its own time may be that of the file of which it is a copy. */
    private static Instant changed(Path path) {
        try {
            return ((FileTime) Files.getAttribute(path, "unix:ctime")).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MIN;
        } catch (IOException e) {
            throw Failed.because("look at", path, e);
        }
    }
}
