package io.laguna.redshift.load.unload;

import io.laguna.redshift.sql.statement.LoadOption;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A slice of a cluster, which writes its files one after the other. */
final class Slice {
    private static final long MEGABYTE = 1024 * 1024;
    private static final double LARGEST_FILE = 6.2 * 1024;

    private final Layout layout;
    private final Files files;
    private final List<WrittenFile> written;
    private final boolean parallel;
    private final int number;
    private final long most;
    private String folder = "";
    private int part;
    private Optional<Encoder> current = Optional.empty();
    private String name = "";
    private long rows;

    /** @param written takes the files that have been written */
    Slice(Layout layout, Files files, List<WrittenFile> written, boolean parallel, int number) {
        this.layout = layout;
        this.files = files;
        this.written = written;
        this.parallel = parallel;
        this.number = number;
        this.most = (long) (layout.options()
                        .value(LoadOption.MAXFILESIZE)
                        .map(Double::parseDouble)
                        .orElse(LARGEST_FILE)
                * MEGABYTE);
    }

    /** Goes to another folder of a partition. */
    void enter(String next) throws IOException {
        end();
        folder = next;
        part = 0;
    }

    void write(Fields row) throws IOException {
        if (current.isPresent() && current.get().size() >= most) {
            end();
        }
        if (current.isEmpty()) {
            begin();
        }
        current.get().write(row);
        rows++;
    }

    /** Begins a file, which may stay without rows. */
    void begin() throws IOException {
        String file = parallel
                ? String.format(Locale.ROOT, "%04d_part_%02d", number, part)
                : String.format(Locale.ROOT, "%03d", part);
        name = folder + file + layout.extension();
        part++;
        rows = layout.isText() && layout.options().has(LoadOption.HEADER) ? 1 : 0;
        current = Optional.of(layout.open(files.create(name)));
    }

    void end() throws IOException {
        if (current.isPresent()) {
            Encoder ended = current.get();
            current = Optional.empty();
            ended.close();
            written.add(new WrittenFile(name, number, rows, ended.size()));
        }
    }
}
