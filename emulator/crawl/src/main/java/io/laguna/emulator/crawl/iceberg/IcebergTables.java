package io.laguna.emulator.crawl.iceberg;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawlTarget.IcebergFolder;
import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.group.Minutes;
import io.laguna.emulator.crawl.table.IcebergInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of Iceberg below a folder: each has a folder {@code metadata}, and its newest file says what the table is.
 *
 * @see <a href="https://iceberg.apache.org/spec/#table-metadata-fields">Table metadata</a>
 */
public final class IcebergTables {
    private static final Pattern METADATA = Pattern.compile(
            "(?<root>(?:.*/)?)metadata/(?:v(?<old>\\d+)|(?<version>\\d+)-[^/]*?)(?:\\.gz)?\\.metadata\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private IcebergTables() {}

    /** Returns the tables that these objects are of. */
    public static List<FoundTable> of(
            CrawledStore store,
            IcebergFolder target,
            List<CrawledObject> objects,
            CrawlRequest request,
            Minutes minutes) {
        Map<String, CrawledObject> newest = new TreeMap<>();
        for (CrawledObject object : objects) {
            root(object).ifPresent(root -> newest.merge(root, object, IcebergTables::newer));
        }
        if (newest.isEmpty()) {
            minutes.decide(target.path().location(), "no table: no metadata of Iceberg is there");
        }
        List<FoundTable> tables = new ArrayList<>();
        newest.forEach((root, metadata) -> {
            String location = "s3://" + metadata.bucket() + "/" + root;
            long depth = root.substring(target.path().prefix().length())
                    .chars()
                    .filter(each -> each == '/')
                    .count();
            if (depth > target.maximumTraversalDepth()) {
                minutes.decide(
                        location,
                        "no table: it is deeper than MaximumTraversalDepth " + target.maximumTraversalDepth());
            } else {
                read(store, metadata, minutes).ifPresent(json -> {
                    minutes.decide(location, "a table of Iceberg, by " + metadata.location());
                    tables.add(IcebergInput.of(request, location, metadata.location(), IcebergSchema.columns(json)));
                });
            }
        });
        return tables;
    }

    private static Optional<String> root(CrawledObject object) {
        Matcher matcher = METADATA.matcher(object.key());
        return matcher.matches() ? Optional.of(matcher.group("root")) : Optional.empty();
    }

    private static CrawledObject newer(CrawledObject one, CrawledObject other) {
        return Comparator.comparingLong(IcebergTables::version)
                                .thenComparing(CrawledObject::lastModified)
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private static long version(CrawledObject object) {
        Matcher matcher = METADATA.matcher(object.key());
        if (!matcher.matches()) {
            throw new IllegalStateException(object.key());
        }
        String version = matcher.group("old") == null ? matcher.group("version") : matcher.group("old");
        return Long.parseLong(version.substring(0, Math.min(18, version.length())));
    }

    private static Optional<JsonNode> read(CrawledStore store, CrawledObject metadata, Minutes minutes) {
        try (InputStream stream = store.open(metadata, 0, metadata.size())) {
            return Optional.of(JSON.readTree(stream));
        } catch (JsonProcessingException e) {
            minutes.decide(metadata.location(), "no table: the metadata are no JSON");
            return Optional.empty();
        } catch (IOException e) {
            throw new CrawlFailedException("Cannot read " + metadata.location() + ": " + e.getMessage(), e);
        }
    }
}
