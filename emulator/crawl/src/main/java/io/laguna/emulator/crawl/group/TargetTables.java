package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.CrawlConfiguration;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.S3Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tables of one target. */
public final class TargetTables {
    /** A year, a day, an hour: a folder that will soon have others beside it. */
    private static final Pattern NUMBER = Pattern.compile("[0-9._:T-]+Z?");

    private final Grouping grouping;
    private final Minutes minutes;
    private final List<Group> groups = new ArrayList<>();

    private TargetTables(CrawlConfiguration configuration, KnownPlaces known, Minutes minutes) {
        boolean combine = configuration.combineCompatibleSchemas();
        this.grouping = new Grouping(combine, combine ? new KnownPlaces(List.of()) : known);
        this.minutes = minutes;
    }

    /**
     * Returns the tables below a path, which these files are in.
     *
     * @param known tables of the crawler that keep their places, unless the configuration says how files are grouped
     */
    public static List<Group> of(
            S3Path target, List<SeenFile> files, CrawlConfiguration configuration, KnownPlaces known, Minutes minutes) {
        TargetTables tables = new TargetTables(configuration, known, minutes);
        Folder root = Folder.of(target, files);
        if (configuration.tableLevel().isPresent()) {
            tables.atLevel(root, configuration.tableLevel().getAsInt());
        } else {
            tables.add(root);
        }
        return tables.groups;
    }

    /** Returns the table of a path, whatever the schemas of its files are; nothing when no file was read. */
    public static Optional<Group> single(FoundTable.Kind kind, S3Path path, List<SeenFile> files, Minutes minutes) {
        return SingleTable.of(kind, Folder.of(path, files), minutes);
    }

    private void add(Folder folder) {
        Folder root = root(folder);
        grouping.of(root).ifPresent(unit -> add(unit));
    }

    /**
     * Returns the folder itself, or the first below that is not the only one of its level: one folder shows no partitions,
     * unless its name is a key and a value, or a number. A folder that is a table already stays one.
     */
    private Folder root(Folder folder) {
        Folder root = folder;
        while (root.files().isEmpty() && root.folders().size() == 1 && !grouping.isKnown(root)) {
            Folder only = root.folders().iterator().next();
            if (Key.of(only.name()).name().isPresent()
                    || NUMBER.matcher(only.name()).matches()) {
                return root;
            }
            root = only;
        }
        return root;
    }

    private void add(Unit unit) {
        if (unit instanceof Unit.OfFile file) {
            minutes.decide(file.location(), "the file is a table of its own, a " + Formats.name(file.finding()));
            Tally tally = new Tally();
            tally.add(file.file());
            groups.add(new Group(
                    FoundTable.Kind.FILE,
                    file.file().name(),
                    file.location(),
                    file.finding(),
                    file.finding().columns(),
                    List.of(),
                    tally,
                    List.of()));
        } else if (unit instanceof Unit.OfFolder one) {
            minutes.decide(one.location(), "one table, a " + Formats.name(one.like()) + ": " + one.reason());
            groups.add(FolderTable.of(
                    FoundTable.Kind.FOLDER, one.folder(), one.like(), one.keys(), one.columns(), minutes));
        } else if (unit instanceof Unit.Several several) {
            minutes.decide(
                    several.location(),
                    "a table for each part, because one table needs more than 70 % and at most 5 schemas: "
                            + several.reason());
            several.parts().forEach(this::addPart);
        }
    }

    private void addPart(Unit part) {
        if (part instanceof Unit.OfFolder one) {
            add(one.folder());
        } else {
            add(part);
        }
    }

    /** The bucket is level 1. */
    private void atLevel(Folder root, int level) {
        String prefix = root.path().prefix();
        int depth = 1 + (int) prefix.chars().filter(each -> each == '/').count();
        if (level < depth) {
            minutes.decide(
                    root.path().location(),
                    "no table: level " + level
                            + " of TableLevelConfiguration is above the include path, which is at level " + depth);
            return;
        }
        List<Folder> folders = List.of(root);
        for (int i = depth; i < level; i++) {
            folders.forEach(folder -> folder.files()
                    .forEach(file ->
                            minutes.decide(file.object().location(), "no table: the file is above level " + level)));
            folders = folders.stream()
                    .flatMap(folder -> folder.folders().stream())
                    .toList();
        }
        if (folders.isEmpty()) {
            minutes.decide(root.path().location(), "no table: there is no folder at level " + level);
        }
        folders.forEach(folder ->
                SingleTable.of(FoundTable.Kind.FOLDER, folder, minutes).ifPresent(groups::add));
    }
}
