package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.GlueSchedule;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerLineageSettings;
import software.amazon.awssdk.services.glue.model.CrawlerTargets;
import software.amazon.awssdk.services.glue.model.DeleteBehavior;
import software.amazon.awssdk.services.glue.model.LakeFormationConfiguration;
import software.amazon.awssdk.services.glue.model.LineageConfiguration;
import software.amazon.awssdk.services.glue.model.RecrawlBehavior;
import software.amazon.awssdk.services.glue.model.RecrawlPolicy;
import software.amazon.awssdk.services.glue.model.Schedule;
import software.amazon.awssdk.services.glue.model.ScheduleState;
import software.amazon.awssdk.services.glue.model.SchemaChangePolicy;
import software.amazon.awssdk.services.glue.model.UpdateBehavior;

/** The members that a crawler has where no request has said anything. */
final class CrawlerDefaults {
    private static final SchemaChangePolicy CHANGES = SchemaChangePolicy.builder()
            .updateBehavior(UpdateBehavior.UPDATE_IN_DATABASE)
            .deleteBehavior(DeleteBehavior.DEPRECATE_IN_DATABASE)
            .build();
    private static final RecrawlPolicy RECRAWL = RecrawlPolicy.builder()
            .recrawlBehavior(RecrawlBehavior.CRAWL_EVERYTHING)
            .build();
    private static final LineageConfiguration LINEAGE = LineageConfiguration.builder()
            .crawlerLineageSettings(CrawlerLineageSettings.DISABLE)
            .build();
    private static final LakeFormationConfiguration LAKE_FORMATION = LakeFormationConfiguration.builder()
            .useLakeFormationCredentials(false)
            .accountId("")
            .build();

    private CrawlerDefaults() {}

    /**
     * Returns a crawler with the members that a request gives; the others stay.
     *
     * @param before a new one for a request that creates
     * @param role as the request gives it; null where it gives none
     * @param schedule as the request gives it; null where it gives none, empty for none any more
     */
    static Crawler over(Crawler before, SdkPojo request, String role, String schedule) {
        Crawler.Builder after = Shapes.copy(request, before.toBuilder());
        Optional.ofNullable(role).map(CrawlerRules::role).ifPresent(after::role);
        Optional.ofNullable(schedule).ifPresent(given -> after.schedule(schedule(given)));
        Crawler given = after.build();
        return after.schemaChangePolicy(filled(given.schemaChangePolicy()))
                .recrawlPolicy(Optional.ofNullable(given.recrawlPolicy())
                        .filter(policy -> policy.recrawlBehaviorAsString() != null)
                        .orElse(RECRAWL))
                .lineageConfiguration(Optional.ofNullable(given.lineageConfiguration())
                        .filter(lineage -> lineage.crawlerLineageSettingsAsString() != null)
                        .orElse(LINEAGE))
                .lakeFormationConfiguration(
                        Optional.ofNullable(given.lakeFormationConfiguration()).orElse(LAKE_FORMATION))
                .targets(whole(Optional.ofNullable(given.targets())
                        .orElseGet(() -> CrawlerTargets.builder().build())))
                .classifiers(new ArrayList<>(given.classifiers()))
                .build();
    }

    /** Returns the schedule of an expression; null for an empty one. */
    static Schedule schedule(String expression) {
        return expression.isBlank()
                ? null
                : Schedule.builder()
                        .scheduleExpression(GlueSchedule.of(expression).expression())
                        .state(ScheduleState.SCHEDULED)
                        .build();
    }

    private static SchemaChangePolicy filled(SchemaChangePolicy given) {
        if (given == null) {
            return CHANGES;
        }
        SchemaChangePolicy.Builder filled = given.toBuilder();
        if (given.updateBehaviorAsString() == null) {
            filled.updateBehavior(CHANGES.updateBehavior());
        }
        if (given.deleteBehaviorAsString() == null) {
            filled.deleteBehavior(CHANGES.deleteBehavior());
        }
        return filled.build();
    }

    /** Returns targets with an empty list for each kind that has none, as Glue answers them. */
    private static CrawlerTargets whole(CrawlerTargets given) {
        CrawlerTargets.Builder whole = given.toBuilder();
        for (var field : whole.sdkFields()) {
            if (Shapes.value(field, given).isEmpty()) {
                field.set(whole, List.of());
            }
        }
        return whole.s3Targets(given.s3Targets().stream()
                        .map(target -> target.toBuilder()
                                .exclusions(new ArrayList<>(target.exclusions()))
                                .build())
                        .toList())
                .build();
    }
}
