package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.SegmentNames;
import io.laguna.emulator.s3.store.layout.SegmentNames.Kind;
import io.laguna.emulator.s3.store.layout.Utf8;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A folder's entries in the order of the keys that they are of. */
final class FolderIndex {
    static final FolderIndex EMPTY = new FolderIndex(List.of());

    /** The order of entries. For a text that two names have, its own name comes first. */
    private static final Comparator<FolderEntry> ORDER =
            Comparator.comparing(FolderEntry::text, Utf8.ORDER).thenComparing(FolderEntry::kind);

    private static final char UNREADABLE = '\uFFFD';

    private final List<FolderEntry> entries;
    private final List<FolderEntry> continued;

    private FolderIndex(List<FolderEntry> entries) {
        this.entries = entries;
        this.continued =
                entries.stream().filter(entry -> entry.kind() == Kind.CONTINUED).toList();
    }

    /**
     * Reads a folder.
     *
     * @param archive where a key has a folder as it has a file elsewhere
     */
    static FolderIndex read(Path folder, boolean top, boolean archive) {
        List<FolderEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (isName(file, name) && !(top && name.equals(BucketFolder.STATE))) {
                    add(name, archive, entries);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return EMPTY;
        } catch (IOException e) {
            throw Failed.because("list", folder, e);
        }
        entries.sort(ORDER);
        return new FolderIndex(entries);
    }

    int size() {
        return entries.size();
    }

    FolderEntry get(int position) {
        return entries.get(position);
    }

    /** Folders in which names go on. */
    List<FolderEntry> continued() {
        return continued;
    }

    /** The first entry that is not below a text. */
    int from(String text) {
        return first(entry -> Utf8.ORDER.compare(entry.text(), text) >= 0);
    }

    /** The first entry above all that begin with a text. */
    int after(String text) {
        return first(entry -> !entry.text().startsWith(text) && Utf8.ORDER.compare(entry.text(), text) > 0);
    }

    private int first(Predicate<FolderEntry> reached) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(entries.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Bytes that are no UTF-8 can be no key. */
    private static boolean isName(Path file, String name) {
        return name.indexOf(UNREADABLE) < 0 || file.getFileName().equals(Path.of(name));
    }

    private static void add(String name, boolean archive, List<FolderEntry> entries) {
        SegmentNames.Segment segment = SegmentNames.read(name);
        FolderEntry.Named named = new FolderEntry.Named(name);
        switch (segment.kind()) {
            case LITERAL -> {
                if (!archive) {
                    entries.add(new FolderEntry(name, Kind.LITERAL, false, named));
                }
                entries.add(new FolderEntry(name + "/", Kind.LITERAL, true, named));
            }
            case FOLDER -> entries.add(new FolderEntry(segment.text() + "/", Kind.FOLDER, true, named));
            case CONTINUED -> entries.add(new FolderEntry(segment.text(), Kind.CONTINUED, true, named));
            case FILE -> entries.add(new FolderEntry(segment.text(), Kind.FILE, archive, named));
        }
    }
}
