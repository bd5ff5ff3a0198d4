package io.laguna.engines.trino.lake.page;

import io.trino.spi.Page;
import io.trino.spi.block.Block;
import io.trino.spi.connector.ConnectorPageSource;
import io.trino.spi.connector.SourcePage;
import io.trino.spi.metrics.Metrics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Pages whose columns are converted, where there is a conversion for them. */
record ConvertedPages(ConnectorPageSource pages, List<Optional<BlockConversion>> conversions)
        implements ConnectorPageSource {
    @Override
    public SourcePage getNextSourcePage() {
        SourcePage page = pages.getNextSourcePage();
        if (page == null || page.getChannelCount() == 0) {
            return page;
        }
        return SourcePage.create(new Page(
                page.getPositionCount(),
                IntStream.range(0, page.getChannelCount())
                        .mapToObj(at -> converted(page.getBlock(at), conversions.get(at)))
                        .toArray(Block[]::new)));
    }

    private static Block converted(Block block, Optional<BlockConversion> conversion) {
        return conversion.map(each -> each.convert(block)).orElse(block);
    }

    @Override
    public long getCompletedBytes() {
        return pages.getCompletedBytes();
    }

    @Override
    public OptionalLong getCompletedPositions() {
        return pages.getCompletedPositions();
    }

    @Override
    public long getReadTimeNanos() {
        return pages.getReadTimeNanos();
    }

    @Override
    public boolean isFinished() {
        return pages.isFinished();
    }

    @Override
    public CompletableFuture<?> isBlocked() {
        return pages.isBlocked();
    }

    @Override
    public Metrics getMetrics() {
        return pages.getMetrics();
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
