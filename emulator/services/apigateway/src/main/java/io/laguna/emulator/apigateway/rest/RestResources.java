package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.record.ApiIds;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.model.CreateResourceRequest;
import software.amazon.awssdk.services.apigateway.model.CreateResourceResponse;
import software.amazon.awssdk.services.apigateway.model.DeleteResourceRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteResourceResponse;
import software.amazon.awssdk.services.apigateway.model.GetResourceRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourceResponse;
import software.amazon.awssdk.services.apigateway.model.GetResourcesRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourcesResponse;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.UpdateResourceRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateResourceResponse;

/** The operations on the resources of REST APIs, which are the segments of their paths. */
public final class RestResources extends RestRoom {
    private static final Pattern PART = Pattern.compile("[a-zA-Z0-9._:~$@!*'()+,;=%-]+|\\{[a-zA-Z0-9._:-]+\\+?}");

    private final RestContext context;

    public RestResources(RestContext context) {
        this.context = context;
    }

    @Override
    public CreateResourceResponse createResource(CreateResourceRequest request) {
        Resource made = context.write(
                request.restApiId(), api -> add(api, api.resource(request.parentId()), request.pathPart()));
        return Shapes.copy(made, CreateResourceResponse.builder()).build();
    }

    @Override
    public GetResourceResponse getResource(GetResourceRequest request) {
        Resource resource = context.read(request.restApiId(), api -> api.resource(request.resourceId()));
        return Shapes.copy(shown(resource, request.embed()), GetResourceResponse.builder())
                .build();
    }

    @Override
    public GetResourcesResponse getResources(GetResourcesRequest request) {
        List<Resource> all =
                context.read(request.restApiId(), api -> api.resources().all());
        Page<Resource> page = RestContext.page(all, Resource::id, request.position(), request.limit());
        return GetResourcesResponse.builder()
                .items(page.entries().stream()
                        .map(resource -> shown(resource, request.embed()))
                        .toList())
                .position(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateResourceResponse updateResource(UpdateResourceRequest request) {
        Resource changed = context.write(request.restApiId(), api -> {
            Resource known = api.resource(request.resourceId());
            Resource patched = Patches.apply(known, Resource.builder(), request.patchOperations(), Set.of("pathPart"));
            return patched.pathPart() == null || patched.pathPart().equals(known.pathPart())
                    ? known
                    : rename(api, known, patched.pathPart());
        });
        return Shapes.copy(shown(changed, List.of()), UpdateResourceResponse.builder())
                .build();
    }

    @Override
    public DeleteResourceResponse deleteResource(DeleteResourceRequest request) {
        context.write(request.restApiId(), api -> {
            Resource resource = api.resource(request.resourceId());
            if (resource.parentId() == null) {
                throw RestFailures.bad("Root resource cannot be deleted");
            }
            below(api, resource).forEach(api.resources()::delete);
            api.resources().delete(resource);
            return api;
        });
        return DeleteResourceResponse.builder().build();
    }

    /** Adds a resource below another. */
    static Resource add(KeptApi api, Resource parent, String part) {
        check(api, parent, part);
        return api.resources()
                .put(Resource.builder()
                        .id(ApiIds.restPart())
                        .parentId(parent.id())
                        .pathPart(part)
                        .path(path(parent, part))
                        .build());
    }

    private static Resource rename(KeptApi api, Resource known, String part) {
        if (known.parentId() == null) {
            throw RestFailures.bad("Root resource cannot be updated");
        }
        Resource parent = api.resource(known.parentId());
        check(api, parent, part);
        String path = path(parent, part);
        below(api, known).forEach(each -> api.resources()
                .put(each.toBuilder()
                        .path(path + each.path().substring(known.path().length()))
                        .build()));
        return api.resources().put(known.toBuilder().pathPart(part).path(path).build());
    }

    private static void check(KeptApi api, Resource parent, String part) {
        new RestConstraints()
                .present("pathPart", part)
                .length("pathPart", part, 1, 1024)
                .check();
        if (!PART.matcher(part).matches()) {
            throw RestFailures.bad("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and"
                    + " curly braces at the beginning and the end");
        }
        if (parent.path().endsWith("+}")) {
            throw RestFailures.bad(
                    "Cannot create a child of a resource with a greedy path variable: " + parent.pathPart());
        }
        for (Resource sibling : api.resources().all()) {
            if (!parent.id().equals(sibling.parentId())) {
                continue;
            }
            if (sibling.pathPart().equals(part)) {
                throw RestFailures.conflict("Another resource with the same parent already has this name: " + part);
            }
            if (isPlain(sibling.pathPart()) && isPlain(part)) {
                throw RestFailures.bad("A sibling (" + sibling.pathPart()
                        + ") of this resource already has a variable path part -- only one is allowed");
            }
        }
    }

    /** Tells whether a part is a variable that is not greedy. */
    private static boolean isPlain(String part) {
        return part.startsWith("{") && !part.endsWith("+}");
    }

    private static String path(Resource parent, String part) {
        return parent.path().equals("/") ? "/" + part : parent.path() + "/" + part;
    }

    private static List<Resource> below(KeptApi api, Resource resource) {
        return api.resources().all().stream()
                .filter(each -> each.path().startsWith(resource.path() + "/"))
                .toList();
    }

    /** Returns a resource with no more of its methods than their names, unless the call asks for them. */
    private static Resource shown(Resource resource, List<String> embedded) {
        if (embedded.contains("methods") || resource.resourceMethods().isEmpty()) {
            return resource;
        }
        Map<String, Method> names = new TreeMap<>();
        resource.resourceMethods()
                .keySet()
                .forEach(name -> names.put(name, Method.builder().build()));
        return resource.toBuilder().resourceMethods(names).build();
    }
}
