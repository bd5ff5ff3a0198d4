package io.laguna.emulator.s3.store;

import io.laguna.emulator.s3.store.SegmentNames.Kind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A folder's entries in the order of the keys that they are of. */
final class FolderIndex {
    static final FolderIndex EMPTY = new FolderIndex(List.of());

    /** For a text that two names have, its own name comes first. */
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
     * @param before what it was, to ask nothing about entries that are known
     */
    static FolderIndex read(Path folder, boolean top, FolderIndex before) {
        Map<String, Path> names = new HashMap<>(before.size() * 2);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (isName(file, name) && !(top && name.equals(BucketFolder.STATE))) {
                    names.put(name, file);
                }
            }
        } catch (NoSuchFileException e) {
            return EMPTY;
        } catch (NotDirectoryException e) {
            throw new StaleIndexException(folder.getParent());
        } catch (IOException e) {
            throw Failed.because("list", folder, e);
        }
        List<FolderEntry> entries = new ArrayList<>(names.size());
        for (FolderEntry entry : before.entries) {
            if (names.remove(entry.name()) != null) {
                entries.add(entry);
            }
        }
        List<FolderEntry> added = new ArrayList<>();
        names.forEach((name, file) -> read(file, name).ifPresent(added::add));
        added.sort(ORDER);
        entries.addAll(added);
        // Two sorted runs, which are merged.
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

    private int first(Function<FolderEntry, Boolean> reached) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.apply(entries.get(middle))) {
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

    private static Optional<FolderEntry> read(Path file, String name) {
        Optional<FileStat> stat = FileStat.ofLink(file);
        boolean link = stat.filter(FileStat::isLink).isPresent();
        FileStat.Type type =
                (link ? FileStat.of(file) : stat).map(FileStat::type).orElse(FileStat.Type.OTHER);
        SegmentNames.Segment segment = SegmentNames.read(name);
        boolean folder = type == FileStat.Type.FOLDER;
        if (type == FileStat.Type.OTHER
                || (!folder && (segment.kind() == Kind.FOLDER || segment.kind() == Kind.CONTINUED))) {
            return Optional.empty();
        }
        String text = folder && segment.kind() != Kind.CONTINUED && segment.kind() != Kind.FILE
                ? segment.text() + "/"
                : segment.text();
        return Optional.of(new FolderEntry(text, name, segment.kind(), type, link));
    }
}
