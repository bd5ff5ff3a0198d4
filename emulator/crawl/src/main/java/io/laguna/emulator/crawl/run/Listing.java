package io.laguna.emulator.crawl.run;

import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.group.Minutes;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The objects of a folder that a crawl looks at: not those that are excluded, empty, or hidden because a name on their path
 * begins with {@code _} or {@code .}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html">Include and exclude patterns</a>
 */
final class Listing {
    private final S3Path path;
    private final List<PathMatcher> exclusions;

    private Listing(S3Path path, List<String> exclusions) {
        this.path = path;
        this.exclusions = exclusions.stream().map(Listing::matcher).toList();
    }

    static List<CrawledObject> of(CrawledStore store, S3Path path, List<String> exclusions, Minutes minutes) {
        Listing listing = new Listing(path, exclusions);
        List<CrawledObject> objects = new ArrayList<>();
        int left = 0;
        Iterator<CrawledObject> all = store.list(path.bucket(), path.prefix());
        while (all.hasNext()) {
            CrawledObject object = all.next();
            if (listing.isOfInterest(object)) {
                objects.add(object);
            } else if (!object.key().endsWith("/")) {
                left++;
            }
        }
        if (left > 0) {
            minutes.decide(path.location(), left + " files are not looked at: they are empty, hidden or excluded");
        }
        return objects;
    }

    /** Java's globs are AWS's: the examples of AWS's page give the answers of that page. */
    private static PathMatcher matcher(String exclusion) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + exclusion);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Invalid exclusion pattern: " + exclusion, e);
        }
    }

    private boolean isOfInterest(CrawledObject object) {
        String relative = object.key().substring(path.prefix().length());
        if (object.size() == 0 || relative.endsWith("/") || relative.endsWith("_$folder$")) {
            return false;
        }
        for (String name : relative.split("/", -1)) {
            if (name.startsWith("_") || name.startsWith(".")) {
                return false;
            }
        }
        Path name = Path.of(relative);
        return exclusions.stream().noneMatch(exclusion -> exclusion.matches(name));
    }
}
