package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.SegmentNames.Kind;
import io.laguna.emulator.s3.store.layout.Utf8;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The keys of a bucket in the order of their UTF-8 bytes, from some key on, reading only the folders that it comes to.
 *
 * <p>A cursor stands in every folder that is being read, and the lowest is next. That is right also where the keys of one
 * folder lie between those of another, as they may when names go on in folders.
 */
final class KeyWalk {
    private static final int LONGEST_KEY = 1024;
    private static final Comparator<Cursor> ORDER = Comparator.comparing(Cursor::text, Utf8.ORDER)
            .thenComparing(cursor -> cursor.entry().kind());

    private final KeyTree tree;
    private final String prefix;
    private final String from;
    private final boolean inclusive;
    private final PriorityQueue<Cursor> cursors = new PriorityQueue<>(ORDER);
    private String last = "";

    /**
     * A step of the walk.
     *
     * @param text a key, or what the keys of a folder begin with
     */
    record Step(String text, Path path, boolean isKey) {}

    private record Cursor(WalkedFolder folder, FolderIndex index, int position, boolean once, FolderEntry entry) {
        String text() {
            return folder.base() + entry.text();
        }
    }

    /**
     * @param from goes on after this key, or at it
     * @param inclusive at it
     */
    KeyWalk(KeyTree tree, String prefix, String from, boolean inclusive) {
        this.tree = tree;
        this.prefix = prefix;
        boolean below = Utf8.ORDER.compare(from, prefix) < 0;
        this.from = below ? prefix : from;
        this.inclusive = below || inclusive;
        String base = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        tree.folder(base).ifPresent(this::enter);
    }

    /** The next key, or a folder for which its text is enough and that has a key. */
    Optional<Step> next(Predicate<String> enough) {
        while (!cursors.isEmpty()) {
            Cursor cursor = cursors.poll();
            String text = cursor.text();
            if (!text.startsWith(prefix) && !prefix.startsWith(text)) {
                continue;
            }
            if (!cursor.once()) {
                push(cursor.folder(), cursor.index(), cursor.position() + 1);
            }
            if (!cursor.folder().has(cursor.entry()) || !tree.isThere(cursor.folder(), cursor.entry())) {
                continue;
            }
            if (!tree.isFolder(cursor.entry())) {
                if (isNew(text)) {
                    last = text;
                    return Optional.of(new Step(
                            text, cursor.folder().path().resolve(cursor.entry().name()), true));
                }
            } else if (text.startsWith(prefix) && enough.test(text)) {
                WalkedFolder folder = cursor.folder().in(cursor.entry());
                if (tree.hasKey(folder)) {
                    return Optional.of(new Step(text, folder.path(), false));
                }
            } else {
                tree.in(cursor.folder(), cursor.entry()).ifPresent(this::enter);
            }
        }
        return Optional.empty();
    }

    /** Leaves out all keys that begin with a text. */
    void skip(String text) {
        List<Cursor> before = new ArrayList<>(cursors);
        cursors.clear();
        for (Cursor cursor : before) {
            if (!cursor.text().startsWith(text)) {
                cursors.add(cursor);
            } else if (!cursor.once() && !cursor.folder().base().startsWith(text)) {
                String rest = text.substring(cursor.folder().base().length());
                push(cursor.folder(), cursor.index(), cursor.index().after(rest));
            }
        }
    }

    private void enter(WalkedFolder folder) {
        String base = folder.base();
        FolderIndex index = tree.index(folder);
        if (from.startsWith(base) && !from.equals(base)) {
            String rest = from.substring(base.length());
            int position = index.from(rest);
            String first = rest.substring(0, rest.indexOf('/') + 1);
            int within = first.isEmpty() ? position : index.from(first);
            for (int at = within; at < position && index.get(at).text().equals(first); at++) {
                cursors.add(new Cursor(folder, index, at, true, index.get(at)));
            }
            for (FolderEntry entry : index.continued()) {
                if (rest.startsWith(entry.text()) && !rest.equals(entry.text())) {
                    cursors.add(new Cursor(folder, index, 0, true, entry));
                }
            }
            push(folder, index, position);
        } else if (Utf8.ORDER.compare(base, from) >= 0) {
            if (tree.isKey(folder)) {
                // Before the file that has what the folder cannot have as an object.
                FolderEntry itself = new FolderEntry("", Kind.LITERAL, false, new FolderEntry.Named(""));
                cursors.add(new Cursor(folder, index, 0, true, itself));
            }
            push(folder, index, 0);
        }
    }

    private void push(WalkedFolder folder, FolderIndex index, int position) {
        if (position < index.size()) {
            cursors.add(new Cursor(folder, index, position, false, index.get(position)));
        }
    }

    private boolean isNew(String key) {
        int order = Utf8.ORDER.compare(key, from);
        return key.startsWith(prefix)
                && (order > 0 || (order == 0 && inclusive))
                && !key.equals(last)
                && (key.length() * 3 <= LONGEST_KEY || Utf8.length(key) <= LONGEST_KEY);
    }
}
