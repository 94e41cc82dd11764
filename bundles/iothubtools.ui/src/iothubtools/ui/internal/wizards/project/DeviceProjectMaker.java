// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.project.DeviceProgram;
import iothubtools.core.project.ProjectFile;
import iothubtools.core.status.FileReason;

/**
 * Makes the project in the workspace, in a folder that is not there before. What was made of it goes again where that fails or is cancelled, and
 * nothing else.
 */
public final class DeviceProjectMaker {

	private static final String JAVA = "org.eclipse.jdt.core.javanature";
	private static final String MAVEN = "org.eclipse.m2e.core.maven2Nature";

	private final DeviceProgram program;
	private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
	private final IProject project;

	public DeviceProjectMaker(DeviceProgram program) {
		this.program = program;
		this.project = workspace.getRoot().getProject(program.projectName());
	}

	/**
	 * Makes it, on a worker thread.
	 *
	 * @return the source file that begins
	 * @throws CoreException when it could not be made
	 */
	public IFile make(IProgressMonitor monitor) throws CoreException {
		IFile[] made = new IFile[1];
		workspace.run(progress -> made[0] = makeNow(progress == null ? new NullProgressMonitor() : progress),
				workspace.getRuleFactory().createRule(project), IWorkspace.AVOID_UPDATE, monitor);
		return made[0];
	}

	private IFile makeNow(IProgressMonitor monitor) throws CoreException {
		if (project.exists()) {
			throw new CoreException(Status.error(NLS.bind(Messages.Name_taken, project.getName())));
		}
		Path folder = claim();
		boolean done = false;
		try {
			write(SubMonitor.convert(monitor, NLS.bind(Messages.Making, project.getName()), 100));
			done = true;
			return project.getFile(program.mainFile());
		} finally {
			if (!done) {
				undo(folder);
			}
		}
	}

	/** Whoever makes a folder knows that it was not there, also where two do so at once. */
	private @Nullable Path claim() throws CoreException {
		IPath root = workspace.getRoot().getLocation();
		if (root == null) {
			return null;
		}
		Path folder = root.append(project.getName()).toPath();
		try {
			return Files.createDirectory(folder);
		} catch (FileAlreadyExistsException e) {
			throw new CoreException(Status.error(NLS.bind(Messages.Folder_taken, folder), e));
		} catch (IOException e) {
			throw new CoreException(Status.error(NLS.bind(Messages.Not_made, project.getName(), FileReason.of(e)), e));
		}
	}

	private void write(SubMonitor progress) throws CoreException {
		project.create(progress.split(10));
		project.open(progress.split(10));
		List<String> natures = Stream.of(JAVA, MAVEN).filter(id -> workspace.getNatureDescriptor(id) != null).toList();
		List<ProjectFile> files = new ArrayList<>(program.files());
		if (natures.contains(JAVA)) {
			files.add(program.classpath(natures.contains(MAVEN)));
		}
		SubMonitor each = progress.split(60).setWorkRemaining(files.size());
		for (ProjectFile file : files) {
			write(file, each.split(1));
		}
		if (!natures.isEmpty()) {
			// given to a project that is there, they add what builds it
			IProjectDescription description = project.getDescription();
			description.setNatureIds(natures.toArray(String[]::new));
			project.setDescription(description, progress.split(20));
		}
	}

	private void write(ProjectFile file, SubMonitor progress) throws CoreException {
		progress.setWorkRemaining(2);
		IFile target = project.getFile(file.path());
		makeFolders(target.getParent(), progress.split(1));
		target.create(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)), false, progress.split(1));
	}

	private static void makeFolders(@Nullable IContainer container, IProgressMonitor monitor) throws CoreException {
		if (container instanceof IFolder folder && !folder.exists()) {
			makeFolders(folder.getParent(), monitor);
			folder.create(false, true, monitor);
		}
	}

	private void undo(@Nullable Path folder) throws CoreException {
		if (project.exists()) {
			project.delete(true, true, new NullProgressMonitor());
		} else if (folder != null) {
			// nothing is in it yet
			folder.toFile().delete();
		}
	}
}
