package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import java.util.List;
import java.util.Optional;

/** A file or a folder that is a table, or several. */
sealed interface Unit {
    /** Returns how many different schemas are inside. */
    int schemas();

    /** Returns the address. */
    String location();

    /** One file. */
    record OfFile(SeenFile file, Finding finding) implements Unit {
        @Override
        public int schemas() {
            return 1;
        }

        @Override
        public String location() {
            return file.object().location();
        }
    }

    /**
     * A folder whose files are one table.
     *
     * @param like the layout of the table
     * @param keys names of the folders between this one and the files
     */
    record OfFolder(
            Folder folder, Finding like, List<Column> columns, List<Optional<String>> keys, int schemas, String reason)
            implements Unit {
        @Override
        public String location() {
            return folder.path().location();
        }
    }

    /** A folder whose files and folders are a table each, or several. */
    record Several(Folder folder, List<Unit> parts, int schemas, String reason) implements Unit {
        @Override
        public String location() {
            return folder.path().location();
        }
    }
}
