package io.laguna.emulator.redshift.offer;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshift.model.AvailabilityZone;
import software.amazon.awssdk.services.redshift.model.ClusterVersion;
import software.amazon.awssdk.services.redshift.model.DescribeClusterTracksRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterTracksResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterVersionsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterVersionsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeOrderableClusterOptionsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeOrderableClusterOptionsResponse;
import software.amazon.awssdk.services.redshift.model.MaintenanceTrack;
import software.amazon.awssdk.services.redshift.model.OrderableClusterOption;

/**
 * The operations that tell what clusters can be made.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeOrderableClusterOptions.html">
 *     DescribeOrderableClusterOptions</a>
 */
public final class Offers extends Room {
    private static final int MOST_RECORDS = 100;
    private static final String VERSION = "1.0";

    private final Caller caller;

    public Offers(Caller caller) {
        this.caller = caller;
    }

    @Override
    public DescribeOrderableClusterOptionsResponse describeOrderableClusterOptions(
            DescribeOrderableClusterOptionsRequest request) {
        new Constraints()
                .text("ClusterVersion", request.clusterVersion())
                .text("NodeType", request.nodeType())
                .maxRecords(request.maxRecords())
                .check();
        List<OrderableClusterOption> options = NodeTypes.all().stream()
                .filter(type -> isAsked(request.nodeType(), type.name()))
                .filter(type -> isAsked(request.clusterVersion(), VERSION))
                .flatMap(type -> Stream.of("multi-node", "single-node")
                        .filter(kind -> kind.equals("multi-node") || type.fewest() == 1)
                        .map(kind -> option(type.name(), kind)))
                .toList();
        Page<OrderableClusterOption> page = Page.ofSorted(
                options,
                option -> option.nodeType() + " " + option.clusterType(),
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeOrderableClusterOptionsResponse.builder()
                .orderableClusterOptions(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    private OrderableClusterOption option(String type, String kind) {
        List<AvailabilityZone> zones = new ArrayList<>();
        for (char zone = 'a'; zone <= 'c'; zone++) {
            zones.add(AvailabilityZone.builder().name(caller.region() + zone).build());
        }
        return OrderableClusterOption.builder()
                .clusterVersion(VERSION)
                .clusterType(kind)
                .nodeType(type)
                .availabilityZones(zones)
                .build();
    }

    @Override
    public DescribeClusterVersionsResponse describeClusterVersions(DescribeClusterVersionsRequest request) {
        new Constraints()
                .text("ClusterVersion", request.clusterVersion())
                .text("ClusterParameterGroupFamily", request.clusterParameterGroupFamily())
                .maxRecords(request.maxRecords())
                .check();
        List<ClusterVersion> versions = Stream.of("redshift-1.0", "redshift-2.0")
                .filter(family -> isAsked(request.clusterParameterGroupFamily(), family))
                .filter(family -> isAsked(request.clusterVersion(), VERSION))
                .map(family -> ClusterVersion.builder()
                        .clusterVersion(VERSION)
                        .clusterParameterGroupFamily(family)
                        .description("release version " + VERSION)
                        .build())
                .toList();
        Page<ClusterVersion> page = Page.ofSorted(
                versions,
                ClusterVersion::clusterParameterGroupFamily,
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeClusterVersionsResponse.builder()
                .clusterVersions(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DescribeClusterTracksResponse describeClusterTracks(DescribeClusterTracksRequest request) {
        new Constraints()
                .text("MaintenanceTrackName", request.maintenanceTrackName())
                .maxRecords(request.maxRecords())
                .check();
        List<MaintenanceTrack> tracks = Stream.of("current", "trailing")
                .filter(name -> isAsked(request.maintenanceTrackName(), name))
                .map(name -> MaintenanceTrack.builder()
                        .maintenanceTrackName(name)
                        .databaseVersion(VERSION)
                        .updateTargets(List.of())
                        .build())
                .toList();
        Page<MaintenanceTrack> page = Page.ofSorted(
                tracks,
                MaintenanceTrack::maintenanceTrackName,
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeClusterTracksResponse.builder()
                .maintenanceTracks(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    private static boolean isAsked(String asked, String value) {
        return asked == null || asked.isEmpty() || asked.equals(value);
    }
}
