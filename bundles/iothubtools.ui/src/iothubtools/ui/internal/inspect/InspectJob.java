// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.inspect;

import java.time.Duration;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.inspect.ConnectionCheck;
import iothubtools.client.inspect.InspectedText;
import iothubtools.client.inspect.StepOutcome;
import iothubtools.core.IotHubCore;
import iothubtools.core.inspect.Inspector;
import iothubtools.core.operations.CancellableJob;
import iothubtools.core.operations.HubJob;

/** Looks for the key of a text, then tries the way to its hub. What goes wrong is a finding, not a failure of the job. */
final class InspectJob extends CancellableJob {

	/** Who hears of findings, on this job's thread. */
	interface Findings {

		void key(String finding);

		void step(StepOutcome outcome);

		void clock(@Nullable Duration skew);

		/** It could not even begin. */
		void failed(String message);

		/** Nothing more comes. */
		void over();
	}

	private final InspectedText text;
	private final Findings findings;

	InspectJob(InspectedText text, Findings findings) {
		super(Messages.Job);
		this.text = text;
		this.findings = findings;
	}

	@Override
	public boolean belongsTo(@Nullable Object family) {
		return family == HubJob.FAMILY;
	}

	@Override
	protected IStatus run(@Nullable IProgressMonitor monitor) {
		Inspector inspector = IotHubCore.get().inspector();
		try {
			findings.clock(ConnectionCheck.run(text, inspector.target(text), findings::step, cancellation()));
			findings.key(key(inspector, monitor));
		} catch (CancellationException e) {
			return Status.CANCEL_STATUS;
		} catch (CoreException e) {
			findings.failed(e.getStatus().getMessage());
		} finally {
			findings.over();
		}
		return Status.OK_STATUS;
	}

	private String key(Inspector inspector, @Nullable IProgressMonitor monitor) {
		try {
			return InspectTexts.key(inspector.key(text, monitor, cancellation()));
		} catch (CoreException e) {
			cancellation().check();
			return e.getStatus().getMessage();
		}
	}
}
