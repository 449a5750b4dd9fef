import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '../language/texts';
import { injectFeeds } from '../page/feeds';
import { describePage } from '../page/page-meta';

const steps = ['post', 'propose', 'judge', 'answer'];

/** The first page for a visitor. */
@Component({
  selector: 'htsm-landing',
  imports: [RouterLink],
  templateUrl: './landing.html',
  styleUrl: './landing.css',
})
export class Landing {
  protected readonly t = injectText();
  protected readonly steps = steps;

  constructor() {
    const feeds = injectFeeds();
    describePage(() => ({
      title: this.t('core.landing.metaTitle'),
      description: this.t('core.landing.lead'),
      feeds: feeds(),
      about: ({ origin }) => ({
        '@type': 'WebSite',
        name: 'HTSM Challenges',
        url: `${origin}/`,
        publisher: { '@type': 'Organization', name: 'Taskforce HTSM Noord-Nederland' },
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${origin}/challenges?q={search_term_string}` },
          'query-input': 'required name=search_term_string',
        },
      }),
    }));
  }
}
