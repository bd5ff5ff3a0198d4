package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.finding.Finding;
import java.util.Optional;

/**
 * A file of a target.
 *
 * @param finding empty when the file was not in the sample
 */
public record SeenFile(CrawledObject object, Optional<Finding> finding) {
    String name() {
        return object.key().substring(object.key().lastIndexOf('/') + 1);
    }
}
