package io.laguna.emulator.crawl.run;

import io.laguna.emulator.crawl.CrawledObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Some files of each folder, chosen at random, but always the same in one crawl. */
final class Sampling {
    private Sampling() {}

    static Set<CrawledObject> of(List<CrawledObject> objects, int size, String crawlId) {
        Map<String, List<CrawledObject>> folders = new LinkedHashMap<>();
        for (CrawledObject object : objects) {
            String folder = object.key().substring(0, object.key().lastIndexOf('/') + 1);
            folders.computeIfAbsent(folder, same -> new ArrayList<>()).add(object);
        }
        Set<CrawledObject> chosen = new HashSet<>();
        folders.forEach((folder, files) -> {
            Collections.shuffle(files, new Random((crawlId + folder).hashCode()));
            chosen.addAll(files.subList(0, Math.min(size, files.size())));
        });
        return chosen;
    }
}
