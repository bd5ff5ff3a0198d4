package io.laguna.glue.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The groups of slices that tasks read. Large files are cut where their format allows it, and small ones are read together,
 * up to a size.
 *
 * @param size how many bytes a group has at most, unless one slice has more
 */
record FilePlan(long size) {
    private static final long LARGEST = 128L << 20;
    private static final long SMALLEST = 4L << 20;

    /** Returns a plan that keeps so many tasks busy with so many bytes. */
    static FilePlan of(List<InputFile> files, int tasks) {
        long total = files.stream().mapToLong(file -> file.file().size()).sum();
        return new FilePlan(Math.max(SMALLEST, Math.min(LARGEST, total / Math.max(tasks, 1) + 1)));
    }

    List<List<FileSlice>> groups(List<InputFile> files, Predicate<InputFile> splittable) {
        List<List<FileSlice>> groups = new ArrayList<>();
        long room = 0;
        for (InputFile file : files) {
            long length = file.file().size();
            long cut = splittable.test(file) ? size : length;
            for (long start = 0; start < length; start += cut) {
                long end = Math.min(length, start + cut);
                if (groups.isEmpty() || end - start > room) {
                    groups.add(new ArrayList<>());
                    room = size;
                }
                boolean whole = start == 0 && end == length;
                groups.get(groups.size() - 1).add(new FileSlice(file, start, whole ? Long.MAX_VALUE : end));
                room -= end - start;
            }
        }
        return groups;
    }
}
