package io.laguna.emulator.emr.release;

import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.request.Page;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.emr.model.DescribeReleaseLabelRequest;
import software.amazon.awssdk.services.emr.model.DescribeReleaseLabelResponse;
import software.amazon.awssdk.services.emr.model.ListReleaseLabelsRequest;
import software.amazon.awssdk.services.emr.model.ListReleaseLabelsResponse;
import software.amazon.awssdk.services.emr.model.ReleaseLabelFilter;
import software.amazon.awssdk.services.emr.model.SimplifiedApplication;

/** {@code https://docs.aws.amazon.com/emr/latest/APIReference/API_ListReleaseLabels.html} and {@code API_DescribeReleaseLabel}. */
public final class ReleaseLabels extends Room {
    /** "Defines the maximum number of release labels to return in a single response. The default is 100." */
    private static final int PAGE = 100;

    private final Releases releases;

    public ReleaseLabels(Releases releases) {
        this.releases = releases;
    }

    @Override
    public ListReleaseLabelsResponse listReleaseLabels(ListReleaseLabelsRequest request) {
        Optional<ReleaseLabelFilter> filter = Optional.ofNullable(request.filters());
        String prefix = filter.map(ReleaseLabelFilter::prefix).orElse("");
        Optional<String> application = filter.map(ReleaseLabelFilter::application);
        List<String> labels = releases.all().stream()
                .filter(release -> release.label().startsWith(prefix))
                .filter(release -> application.isEmpty() || has(release, application.get()))
                .map(Release::label)
                .toList();
        Page<String> page = Page.ofOrdered(
                labels,
                label -> label,
                request.nextToken(),
                Optional.ofNullable(request.maxResults()).orElse(PAGE),
                Failures::badToken);
        return ListReleaseLabelsResponse.builder()
                .releaseLabels(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DescribeReleaseLabelResponse describeReleaseLabel(DescribeReleaseLabelRequest request) {
        Release release = releases.find(request.releaseLabel())
                .orElseThrow(() -> Failures.invalid("The release label " + request.releaseLabel() + " is invalid."));
        List<SimplifiedApplication> applications = release.known().entrySet().stream()
                .map(version -> SimplifiedApplication.builder()
                        .name(version.getKey())
                        .version(version.getValue())
                        .build())
                .toList();
        Page<SimplifiedApplication> page = Page.ofOrdered(
                applications,
                SimplifiedApplication::name,
                request.nextToken(),
                Optional.ofNullable(request.maxResults()).orElse(PAGE),
                Failures::badToken);
        return DescribeReleaseLabelResponse.builder()
                .releaseLabel(release.label())
                .applications(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** {@code spark@3.5.5}, or {@code spark@3}: an application's name and the beginning of its version. */
    private static boolean has(Release release, String asked) {
        String[] parts = asked.toLowerCase(Locale.ROOT).split("@", 2);
        return release.versions().entrySet().stream()
                .anyMatch(version -> version.getKey().toLowerCase(Locale.ROOT).equals(parts[0])
                        && (parts.length == 1 || version.getValue().startsWith(parts[1])));
    }
}
