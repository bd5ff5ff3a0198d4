package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshift.record.PortRecords;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.server.ClusterPorts;
import io.laguna.emulator.redshift.server.ServerSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshiftserverless.model.CreateWorkgroupRequest;
import software.amazon.awssdk.services.redshiftserverless.model.CreateWorkgroupResponse;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteWorkgroupRequest;
import software.amazon.awssdk.services.redshiftserverless.model.DeleteWorkgroupResponse;
import software.amazon.awssdk.services.redshiftserverless.model.GetWorkgroupRequest;
import software.amazon.awssdk.services.redshiftserverless.model.GetWorkgroupResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ListWorkgroupsRequest;
import software.amazon.awssdk.services.redshiftserverless.model.ListWorkgroupsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.NamespaceStatus;
import software.amazon.awssdk.services.redshiftserverless.model.UpdateWorkgroupRequest;
import software.amazon.awssdk.services.redshiftserverless.model.UpdateWorkgroupResponse;
import software.amazon.awssdk.services.redshiftserverless.model.Workgroup;
import software.amazon.awssdk.services.redshiftserverless.model.WorkgroupStatus;

/**
 * The operations on workgroups: the capacity, here the engine and the port, that serves a namespace.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html">
 *     CreateWorkgroup</a>
 */
final class Workgroups extends Room {
    private static final int MOST = 100;
    private static final int CAPACITY = 128;
    private static final int LARGEST = 1024;
    private static final int STEP = 8;

    private final Caller caller;
    private final ServerlessSetting setting;

    Workgroups(Caller caller, ServerlessSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    /** Begins to create a workgroup, which is available when it takes clients. */
    @Override
    public CreateWorkgroupResponse createWorkgroup(CreateWorkgroupRequest request) {
        new Constraints()
                .name("workgroupName", request.workgroupName())
                .name("namespaceName", request.namespaceName())
                .tags(request.tags())
                .check();
        ConfigParameters.check(request.configParameters());
        Workgroup created = setting.state().write(handle -> {
            NamespaceRecord namespace = new NamespaceRecords(handle).known(caller, request.namespaceName());
            if (namespace.status() == NamespaceStatus.DELETING
                    || new WorkgroupRecords(handle).of(namespace.id()).isPresent()) {
                throw Failures.conflict("The namespace " + namespace.name()
                        + " is being deleted, or is associated with another workgroup.");
            }
            int port = new ClusterPorts(setting.servers().settings())
                    .take(
                            handle,
                            namespace.id(),
                            Optional.ofNullable(request.port()).orElse(ServerSettings.USUAL_PORT));
            Workgroup workgroup = described(request, port);
            WorkgroupRecord record = new WorkgroupRecord(
                    UUID.fromString(workgroup.workgroupId()), caller, namespace.id(), port, workgroup);
            if (!new WorkgroupRecords(handle).insert(record)) {
                throw Failures.conflict("The workgroup " + record.name() + " already exists.");
            }
            new ResourceRecords(handle, caller)
                    .tagTable()
                    .put(workgroup.workgroupArn(), Constraints.map(request.tags()));
            return workgroup;
        });
        setting.wake().run();
        return CreateWorkgroupResponse.builder().workgroup(created).build();
    }

    private Workgroup described(CreateWorkgroupRequest request, int port) {
        UUID id = UUID.randomUUID();
        return Workgroup.builder()
                .workgroupName(request.workgroupName())
                .workgroupId(id.toString())
                .workgroupArn(caller.arn("redshift-serverless", "workgroup/" + id))
                .namespaceName(request.namespaceName())
                .baseCapacity(capacity(request.baseCapacity(), CAPACITY))
                .maxCapacity(request.maxCapacity())
                .configParameters(ConfigParameters.over(List.of(), request.configParameters()))
                .creationDate(setting.now())
                .enhancedVpcRouting(
                        Optional.ofNullable(request.enhancedVpcRouting()).orElse(false))
                .publiclyAccessible(
                        Optional.ofNullable(request.publiclyAccessible()).orElse(false))
                .ipAddressType(Optional.ofNullable(request.ipAddressType()).orElse("ipv4"))
                .securityGroupIds(request.securityGroupIds())
                .subnetIds(request.subnetIds())
                .port(port)
                .endpoint(endpoint -> endpoint.address(setting.servers().host()).port(port))
                .patchVersion("1")
                .workgroupVersion("1.0")
                .status(WorkgroupStatus.CREATING)
                .build();
    }

    private static int capacity(Integer given, int byDefault) {
        int capacity = Optional.ofNullable(given).orElse(byDefault);
        if (capacity < STEP || capacity > LARGEST || capacity % STEP != 0) {
            throw Failures.validation(
                    "The base capacity must be a multiple of " + STEP + " from " + STEP + " to " + LARGEST + ".");
        }
        return capacity;
    }

    @Override
    public GetWorkgroupResponse getWorkgroup(GetWorkgroupRequest request) {
        WorkgroupRecord record =
                setting.state().write(handle -> new WorkgroupRecords(handle).known(caller, request.workgroupName()));
        return GetWorkgroupResponse.builder().workgroup(record.workgroup()).build();
    }

    @Override
    public ListWorkgroupsResponse listWorkgroups(ListWorkgroupsRequest request) {
        new Constraints()
                .pages(request.maxResults())
                .text("ownerAccount", request.ownerAccount())
                .check();
        List<Workgroup> own =
                request.ownerAccount() == null || request.ownerAccount().equals(caller.accountId())
                        ? setting.state().read(handle -> new WorkgroupRecords(handle).all(caller)).stream()
                                .map(WorkgroupRecord::workgroup)
                                .toList()
                        : List.of();
        Page<Workgroup> page = Page.ofSorted(
                own,
                Workgroup::workgroupName,
                request.nextToken(),
                Page.size(request.maxResults(), MOST),
                Failures::badToken);
        return ListWorkgroupsResponse.builder()
                .workgroups(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateWorkgroupResponse updateWorkgroup(UpdateWorkgroupRequest request) {
        ConfigParameters.check(request.configParameters());
        Workgroup changed = setting.state().write(handle -> {
            WorkgroupRecords records = new WorkgroupRecords(handle);
            WorkgroupRecord after = changed(handle, available(records, request.workgroupName()), request);
            records.save(after);
            return after.workgroup();
        });
        setting.wake().run();
        return UpdateWorkgroupResponse.builder().workgroup(changed).build();
    }

    private WorkgroupRecord changed(Handle handle, WorkgroupRecord record, UpdateWorkgroupRequest request) {
        int port = record.port();
        if (request.port() != null && request.port() != port) {
            new PortRecords(handle).release(record.namespace());
            port = new ClusterPorts(setting.servers().settings()).take(handle, record.namespace(), request.port());
        }
        int listening = port;
        return record.withPort(port).in(WorkgroupStatus.MODIFYING).with(workgroup -> {
            Optional.ofNullable(request.enhancedVpcRouting()).ifPresent(workgroup::enhancedVpcRouting);
            Optional.ofNullable(request.publiclyAccessible()).ifPresent(workgroup::publiclyAccessible);
            Optional.ofNullable(request.ipAddressType()).ifPresent(workgroup::ipAddressType);
            Optional.ofNullable(request.maxCapacity()).ifPresent(workgroup::maxCapacity);
            if (request.hasSecurityGroupIds()) {
                workgroup.securityGroupIds(request.securityGroupIds());
            }
            if (request.hasSubnetIds()) {
                workgroup.subnetIds(request.subnetIds());
            }
            return workgroup
                    .baseCapacity(
                            capacity(request.baseCapacity(), record.workgroup().baseCapacity()))
                    .configParameters(
                            ConfigParameters.over(record.workgroup().configParameters(), request.configParameters()))
                    .port(listening)
                    .endpoint(record.workgroup().endpoint().toBuilder()
                            .port(listening)
                            .build());
        });
    }

    private WorkgroupRecord available(WorkgroupRecords records, String name) {
        WorkgroupRecord record = records.known(caller, name);
        if (record.status() != WorkgroupStatus.AVAILABLE) {
            throw Failures.conflict("The workgroup " + name + " is " + record.status() + ".");
        }
        return record;
    }

    @Override
    public DeleteWorkgroupResponse deleteWorkgroup(DeleteWorkgroupRequest request) {
        Workgroup deleting = setting.state().write(handle -> {
            WorkgroupRecords records = new WorkgroupRecords(handle);
            WorkgroupRecord record = available(records, request.workgroupName()).in(WorkgroupStatus.DELETING);
            records.save(record);
            return record.workgroup();
        });
        setting.wake().run();
        return DeleteWorkgroupResponse.builder().workgroup(deleting).build();
    }
}
