"""Given names of many languages, and family names that come first in East Asia."""

from pipeline.extract.entities.words import words

GENDERED_NAMES = words(
    """
    Aaron Abdel Abdi Abdou Abdul Abdulaziz Abdullah Abdulrahman Abebe Abel Abhijit Abhishek
    Abraham Abu Achmad Ada Adam Adama Adel Adele Adewale Aditya Adnan Adolfo Adrian Adriana
    Agnes Agnieszka Ahmad Ahmed Aidan Aimee Aisha Aissata Ajay Akash Akhilesh Akhtar Akim
    Akinwumi Akira Alain Alan Alassane Albert Alberto Alejandra Alejandro Aleksandar Aleksandr
    Aleksei Alena Alessandra Alessandro Alex Alexander Alexandra Alexandre Alexei Alexey Alexis
    Alfonso Alfred Alfredo Ali Alice Alicia Alina Alison Alistair Allan Allen Alma Alpha Alvaro
    Alvin Amadou Amal Amanda Amara Amber Amelia Amin Amina Aminata Amir Amit Amos Amr Amy Ana
    Anand Anas Anastasia Anatoly Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey
    Andrzej Andy Angel Angela Angelica Angelina Angelo Angus Anil Anita Anjali Ann Anna Anne
    Annette Annie Ansar Anselm Anthony Antoine Anton Antonia Antonio Antony Anwar April Arash
    Archie Ariel Arif Arjun Armando Arnaud Arnold Arshad Artem Arthur Arturo Arun Asad Asha
    Ashley Ashok Ashraf Asif Asim Asma Astrid Atul Audrey August Augusto Aung Aurora Austin Avi
    Awad Ayesha Aymen Ayman Azam Aziz Babar Bakary Bashar Bashir Basil Beatrice Beatriz Ben
    Benedict Benigno Benjamin Bernadette Bernard Bernardo Bernie Beth Betty Bharat Bilal Bill
    Billy Björn Bo Bob Bobby Bogdan Boris Boubacar Brad Bradley Brandon Brenda Brendan Brian
    Bridget Britney Bruce Bruno Bryan Busisiwe Caleb Cameron Camila Camille Carl Carla Carlo
    Carlos Carmen Carol Carolina Caroline Carolyn Cassandra Catalina Catherine Cecilia Cedric
    Celeste Celia Cesar Chad Chandra Charlene Charles Charlie Charlotte Chelsea Cheryl Chinedu
    Chioma Chloe Chris Christian Christina Christine Christoph Christophe Christopher Christy
    Chukwuma Cindy Claire Clara Clarence Claude Claudia Claudio Clement Cliff Clive Colin Connor
    Constantin Cora Corinne Cory Craig Cristian Cristiano Cristina Cyril Daisy Dale Damian
    Damien Dan Dana Daniel Daniela Danielle Danny Daria Darius Darko Darren Darya Dave David
    Davide Dawit Dawn Dean Deborah Deepak Delia Denis Denise Dennis Derek Desmond Devendra Diana
    Diane Diego Dieter Dilip Dimitri Dimitris Dina Dinesh Dirk Dmitri Dmitry Dmytro Dominic
    Dominique Don Donald Donna Dora Doris Dorothy Doug Douglas Duncan Dustin Dwayne Dylan
    Ebrahim Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Ekaterina Elaine Elena Eleanor
    Eli Elias Elif Elijah Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elliot Elon Elsa
    Elvira Emad Emil Emilia Emilie Emilio Emily Emma Emmanuel Emre Enrico Enrique Eric Erica
    Erich Erik Erika Erin Ernest Ernesto Ernst Esperanza Essam Estela Esteban Esther Ethan
    Eugene Eugenia Eunice Eva Evan Eve Evelyn Evgeny Ezekiel Fabian Fabio Fadi Fahad Faisal
    Faith Farah Farhan Farid Faris Farooq Fatima Fatma Fatou Fawzi Federico Felicia Felipe Felix
    Ferdinand Fernanda Fernando Fidel Filip Filippo Fiona Flavio Flora Florence Florian Fouad
    Franca Frances Francesca Francesco Francis Francisco Franco Frank Franklin Franz Fred
    Freddie Frederic Frederick Frida Friedrich Fumio Gabriel Gabriela Gabriele Gareth Gary Gavin
    Gemma Gene Geoffrey George Georges Georgi Gerald Gerard Gerhard Gert Ghassan Giacomo Gilbert
    Gillian Gina Giorgia Giorgio Giovanni Girma Gita Giulia Giuseppe Gladys Glenn Gloria Godfrey
    Gonzalo Gopal Gordon Grace Graham Grant Greg Gregory Greta Guido Guillaume Guillermo Gustavo
    Guy Gwen Habib Hadi Haile Hakan Hakim Hala Hamad Hamid Hamza Hannah Hans Harald Hari Harish
    Harold Harriet Harry Harsh Haruka Harvey Hasan Hashim Hassan Hassane Hatem Heather Hector
    Heidi Heinrich Helen Helena Helene Helga Henri Henrik Henrique Henry Herbert Herman Hernan
    Hilary Hillary Hina Hiroshi Hisham Holly Hossein Howard Huda Hugh Hugo Humberto Hussain
    Hussein Ian Ibrahim Ibrahima Ida Idris Idrissa Ignacio Igor Ike Ilham Ilse Ilya Imad Imran
    Ines Ingrid Ioannis Irene Irina Iris Irma Isaac Isabel Isabella Isabelle Isaiah Ishaan
    Ismail Issa Ivan Ivana Ivo Jaap Jack Jackie Jackson Jacob Jacques Jaime Jakob Jakub Jalal
    Jamal James Jamie Jan Jana Jane Janet Janice Janine Janos Jason Jasmine Jasper Javed Javier
    Jawad Jay Jean Jeff Jeffrey Jelena Jens Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim
    Jimmy Jitendra Joachim Joan Joana Joanna Joao João Joaquin Jochen Jody Joe Joel Johan Johann
    Johanna Johannes John Johnny Jonas Jonathan Jordi Jorge José Jose Josef Joseph Josephine
    Josh Joshua Joy Joyce Juan Juana Judith Judy Jules Julia Julian Julie Juliet Julio Julius
    June Jung Jurgen Justin Justine Jyoti Kabir Kaja Kamal Kamala Karel Karen Karim Karin Karina
    Karl Karolina Kate Katerina Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin
    Kavita Kay Keith Kelly Kelvin Ken Kenji Kenneth Kerry Kevin Khadija Khaled Khalid Khalifa
    Khalil Kim Kiran Kirill Kirsten Klaus Kofi Kojo Konstantin Krishna Krzysztof Kunal Kurt
    Kwabena Kwaku Kwame Kwasi Kyle Lalit Lamin Lance Lars Laszlo Laura Lauren Laurence Laurent
    Lawrence Layla Leah Leila Lena Lennart Leo Leon Leonard Leonardo Leonid Leroy Leslie Lewis
    Liam Lidia Lily Lina Linda Lindsey Lionel Lisa Liudmila Liz Lloyd Lois Lorena Lorenzo Louis
    Louisa Louise Luc Luca Lucas Lucia Lucie Lucy Ludmila Ludwig Luigi Luis Luisa Luiz Lukas
    Luke Lydia Lyn Lynn Maarten Mabel Maciej Madeleine Madhav Magdalena Mahamadou Mahendra
    Mahesh Mahmoud Mahmud Maina Malcolm Malik Mamadou Mamata Mandla Manfred Manisha Manish Manoj
    Manuel Manuela Mara Marc Marcel Marcela Marcelo Marcia Marcin Marco Marcos Marcus Marek
    Margaret Margarita Maria María Mariam Mariana Marianne Marie Marilyn Marina Mario Marion
    Marisa Mark Marko Markus Marlene Marta Martha Martin Martina Marvin Mary Maryam Masoud
    Massimo Mateusz Mathias Mathieu Matt Matteo Matthew Matthias Maureen Maurice Mauricio Mavis
    Max Maxim Maxime Maya Mayank Megan Mehdi Mehmet Meera Melanie Melissa Mercedes Mercy Micaela
    Michael Michaela Michal Michel Michele Michelle Miguel Mihai Mika Mikael Mike Mikhail Mila
    Milan Milos Mina Miranda Miriam Mirko Mitchell Moataz Mohamed Mohammad Mohammed Mohan Mohsen
    Moira Molly Mona Monica Monika Moses Mostafa Moussa Muhammad Muhammadu Mukesh Mukhtar Munir
    Musa Mustafa Mykola Myriam Nabil Nadia Nadine Naeem Nana Nancy Naomi Narendra Naser Nasir
    Nasser Natalia Natalie Natasha Nathan Nathalie Nawaz Nayib Neha Neil Nelson Nestor Ngozi
    Nguyen Niall Nicholas Nick Nicola Nicolas Nicole Nigel Nikhil Niklas Nikola Nikolai Nikos
    Nils Nina Nirmala Nisha Nitin Noah Noel Nora Norbert Norma Norman Nour Nuno Nuria Obed
    Octavio Oksana Olaf Olga Oliver Olivia Olivier Olu Olusegun Omar Omer Oscar Osama Osman
    Oswaldo Otto Ousmane Owen Pablo Paige Pamela Paola Paolo Parvez Pascal Patricia Patricio
    Patrick Paul Paula Paulina Pauline Paulo Pavel Pawel Pedro Peggy Penelope Penny Percy Perry
    Peter Petr Petra Petro Phil Philip Philippa Philippe Phillip Phoebe Pierre Pieter Pietro
    Pilar Piotr Pradeep Prakash Pramod Prashant Praveen Precious Priscilla Priya Priyanka Qasim
    Quentin Rabia Rachel Radoslaw Rafael Rafiq Raghav Rahim Rahul Raj Raja Rajan Rajesh Rajiv
    Rajnath Rakesh Ralph Ram Ramesh Rami Ramon Ramzan Randall Randy Rania Ranil Raphael Rashad
    Rashid Raul Ravi Ray Raymond Rebecca Recep Reem Regina Reginald Reiner Rekha Rene René
    Renata Reza Rhys Ricardo Riccardo Richard Rick Ricky Rishi Rita Ritu Rob Robert Roberta
    Roberto Robin Rochelle Rod Rodolfo Rodrigo Roger Rohan Rohit Roland Rolf Roman Romeo Ron
    Ronald Ronnie Rory Rosa Rosario Rose Rosemary Ross Rowan Roxana Roy Ruben Rudolf Rudy Rui
    Rupert Russell Rustam Ruth Ryan Sabah Sabina Sabine Sabrina Sachin Saeed Said Saif Sajid
    Sakura Saleem Saleh Salim Sally Salma Salman Salomé Salvador Salvatore Sam Samantha Sameer
    Sami Samia Samir Samira Samuel Sana Sandeep Sandra Sandy Sanjay Sanjeev Santiago Santosh
    Sara Sarah Sarath Sardar Sasha Satish Saud Savita Scott Sean Sebastian Sebastien Selim Selma
    Serena Serge Sergei Sergey Sergio Serhiy Shahid Shahzad Shaikh Shane Shankar Shannon Sharif
    Sharon Shaun Shawn Sheila Shelley Sherif Sherry Shinzo Shirley Shiv Sibusiso Sidney
    Siegfried Sigrid Silvia Silvio Simon Simona Simone Sipho Sofia Sonia Sonya Sophia Sophie
    Stacey Stan Stanislav Stanley Stefan Stefania Stefano Steffen Stella Stephan Stephanie
    Stephen Sterling Steve Steven Stewart Stuart Subhash Sue Suleiman Suleyman Sultan Sumit
    Sunil Suresh Susan Susana Susanne Sushma Suzanne Sven Svetlana Sylvia Sylvie Syed Tahir
    Takeshi Tamara Tania Tanya Tara Tarek Tariq Tatiana Tayyip Ted Teresa Terence Teresita Terry
    Thabo Thandi Theo Theodor Theodore Theresa Thierry Thomas Thorsten Tiffany Tim Timo Timothy
    Tina Tobias Todd Tom Tomas Tomasz Tommy Tone Toni Tony Tracey Tracy Travis Trevor Tristan
    Ulrich Uma Umar Umberto Ursula Usha Usman Uwe Vadim Valentina Valeria Valerie Vanessa Vasily
    Vera Verónica Veronica Victor Victoria Vijay Vikas Vikram Viktor Viktoria Vinay Vincent
    Vincenzo Vinod Violet Virginia Vitali Vivek Vivian Vivien Vladimir Volodymyr Wael Walid
    Walter Wanda Wayne Wendy Werner Wesley Wilfred Wilhelm Will Willem William Winnie Winston
    Wolfgang Xavier Xi Yahya Yan Yana Yannick Yara Yaseen Yash Yasir Yasmin Yasser Yogi Yolanda
    Yoko Yoshihide Youssef Yuki Yuri Yuriy Yulia Yusuf Yves Yvette Yvonne Zachary Zahra Zainab
    Zaki Zeinab Zoe Zoltan Zoran Zubair Zuzana Taro Kenta Hanna Mikko Juha Jari Matti Pekka
    Antti Ilkka Sauli Sanna Jorma Mette Lone Søren Bjørn Håkon Kjell Agnete Øystein Åsa Göran
    Jürgen Björk Tshepo Lerato Kgosi Tendai Tinashe Farai Chipo Rutendo Nomusa Thulani Bongani
    Themba Lindiwe Naledi Ayanda Zanele Wanjiru Kamau Njoroge Otieno Achieng Wambui Muthoni
    Kiprono Chebet Uhuru Raila Wangari Akinyi Chidi Emeka Ifeanyi Nnamdi Obinna Uche Yemi Tunde
    Folake Bola Femi Kemi Rotimi Goodluck Akufo Yaw Kwesi Ama Akua Abena Efua Adwoa Esi Afia
    Yoweri Museveni Bobi Nakato Okello Selam Tigist Meles Abiy Tewodros Yohannes Mulatu Isaias
    Hailemariam Sahle Tadesse
    """
)
"""Given names that tell a man from a woman: those in FEMALE_NAMES are women's."""

GIVEN_NAMES = GENDERED_NAMES | words(
    """
    Abdalla Abdallah Abdel-Fattah Abdelaziz Abdelfattah Abdelilah Abdelkader Abdelmadjid
    Abderrahmane Abdiaziz Abdirahman Abdiweli Abdulla Abdullahi Abhisit Abshir Achille Adanech
    Adebayo Adekunle Adeola Adeyemi Adhiambo Adonis Agathon Agnès Agus Ahmednasir Ahmet Aigerim Aino
    Airlangga Aizhan Ajit Akhil Akosua Alain-Guillaume Alar Alasdair Alastair Albin Aldo Aleksey
    Alemu Alenka Algirdas Ali-Akbar Aliaksandr Aliko Alla Almazbek Alok Alun Amarinder Amason
    Amichai Aminu Amrita Amrullah Amélie Anant Anastasiya Anatoliy Andile Andrii Andris Andriy
    Andrus András André Andrés Anies Anirban Anisul Anite Anitta Anja Ank Anke Ankit Ankita Annabel
    Annalena Anne-Sophie Annegret Anneli Annika Anniken Anouar Anshul Antonis António Anupam Anura
    Anurag Anush Anutin Anyango Aníbal Aoife Aoun Aparna Araceli Aristotelis Arkady Arlindo Armen
    Armin Arnon Arseniy Aruna Arundhati Arvind Arvydas Aryeh Asaduzzaman Asen Asfaw Ashwini Askar
    Assimi Athanasios Atieno Atifete Atiku Attila Attje Aubrey Aurelio Aurélie Aurélien Auxillia
    Aušra Ava Avigdor Avinash Aviv Awuor Ayad Ayelet Ayodele Ayush Azalina Azmin Azzam Azzedine
    Aécio Aïcha Aïssata Babajide Babatunde Baburam Bahram Bakir Balaji Baleka Baltasar Balázs
    Baptiste Barbara Barham Bart Bartosz Bartłomiej Basavaraj Battulga Bauyrzhan Beata Beate Becky
    Behrouz Bekele Bella Benedita Bengt Benhur Benito Benny Benoît Berhanu Bernd Bethan Bezalel
    Bhagwant Bhavna Bheki Bhekisisa Bhupendra Bhupesh Bhupinder Bidya Bidzina Bilawal Bilel Binali
    Bintou Binyamin Birgit Birgitta Birthe Birtukan Bjarni Bjarte Blaise Blake Bohdan Bongbong Borut
    Boyko Branko Brett Brigitte Britta Brooke Bryce Bríd Bujar Bukola Burak Busi Buti Byung Bárbara
    Bärbel Börje Bülent Caitlin Callum Camilla Camilo Caoimhe Carl-Johan Carly Carola Carwyn Casey
    Catarina Catriona Catríona Celso Cerys Chadchart Chaim Champika Chan Chandrababu Chandrika
    Chantal Charanjit Charles-Michel Cheikh Chema Chimamanda Chinua Chinwe Chirag Choguel Chokri
    Christos Chuan Chukwuemeka Ciarán Cillian Ciprian Clare Clint Clyde Clémentine Cody Colby Colm
    Conor Constantino Corentin Cormac Cornelia Courtney Cristóbal Cynthia Cécile Cédric Célestin
    Călin Dafydd Dalia Daniyar Dapo Dariush Darrell Darryl Davit Deanna Debbie Debra Debretsion
    Declan Dedi Deirdre Delaney Delfin Delphine Demeke Demetris Deniz Denys Desta Detlef Devlet Dewi
    Dexter Dharmendra Diarmuid Didier Dietmar Digvijaya Dikgang Dilan Dilma Dilnoza Dimitra Dipu
    Djamel Dmitriy Dominick Domitien Dong Dorin Dorji Dorothee Dov Dragan Dritan Duale Duarte Dullas
    Dumisani Dushyant Duško Dwight Dzifa Dónal Eamon Ebba Ebele Ebru Eckart Eddy Edgars Edi Eduard
    Eero Efraín Egils Eglė Egon Ehud Einar Eitan Eknath Ekrem Eleni Eliezer Elikem Elin Elina Elio
    Elisha Elke Ellis Elmar Elmer Eluned Elías Elżbieta Emiliano Emine Emmanuelle Emmerson Emomali
    Emyr Enkhbayar Eoin Erick Erion Erkki Erlan Ernestina Ernie Ersin Esmail Espen Esra Evangelos
    Everett Evika Evo Ewa Ewan Eyal Fabien Fabiola Fabrice Fabrício Fadzayi Fahrettin Faleh Farhad
    Fatemeh Fatimata Fatoumata Faure Faustin Fawad Fawzia Faye Fayez Fazal Fazlur Felicity Ferd
    Ferenc Fergal Fergus Fermín Festus Ffion Fikile Fikre Filipe Fintan Fitri Florin Floyd Flávio
    Folasade Fran Frankie Frans François Françoise Fraser Frauke Freddy Frédéric Frédérique Fuad
    Funmilayo Fyodor Félicien Félix Gadi Gagik Galab Galina Ganesh Ganjar Garrett Gaurav Gautam
    Gayatri Gaël Gaëlle Gearóid Gebre Gedion Geert Geir Gennady Geoff Georgios Georgy Geraint
    Geraldo Gerardo Gerda Gergely Germán Gerrit Gerry Gesine Getachew Gethin Gheorghe Ghislaine
    Gilad Giles Gilles Gilmar Ginger Gintaras Ginés Giorgi Giorgos Girija Giriraj Girish Gisela
    Gisli Gitanas Gleb Glen Godwin Goran Gotabaya Gregor Grigory Gro Grzegorz Gráinne Guilherme
    Gulab Gulam Gulbuddin Gulnara Gulnora Gunilla Gunnar Guntis Gurbanguly Guri Guðlaugur Guðni
    Gwede Gwendolyn Gwyneth Gábor Gérald Gérard Gísli Gökhan Günter Günther Habiba Hadas Hage Haider
    Hailey Hakainde Halima Halimah Halla Halyna Hamish Hamma Hanan Hank Hanke Hannelore Hannes
    Hardeep Haris Harlan Harley Harsimrat Hartmut Hasina Hatice Hayato Hayden Hayley Heike Heikki
    Heiko Heiner Heinz Helle Helmut Heloísa Hemant Hend Hendra Hendrik Henk Hennadiy Hernán Hervé
    Herwig Herzl Heydar Hiba Hibatullah Hichem Hideki Hikmet Himanta Hippolyte Hipólito Hirokazu
    Hiroyuki Hishammuddin Hiwot Hlengiwe Hodan Holger Homer Horst Houcine Hovhannes Hristijan
    Hryhoriy Hubert Hubertus Hugues Hulusi Humza Huw Hyun Héctor Hélène Iain Iara Ibtisam Ibukun
    Ichiro Ieuan Ieva Ifeoma Ifrah Ihor Ilir Ilkay Ilker Ilwad Ilze Imelda Ina Inas Indah Inderjit
    Ine Inese Inger Ingrida Inna Inonge Inés Inês Ioana Ioanna Ion Ionel Irakli Iryna Isa Isamu
    Ishaq Isidro Isko Ismael Ismaël Isobel Issoufou István Itamar Ivanna Ivaylo Ivica Ivonne Iván
    Iwan Jaak Jabu Jacinto Jadranka Jagan Jagdish Jair Jairam Jakov Janeth Janez Jaques Jared
    Jaroslav Javad Javlon Jayalalithaa Jayant Jayne Jean-Baptiste Jean-Claude Jean-François
    Jean-Louis Jean-Luc Jean-Marc Jean-Marie Jean-Michel Jean-Noël Jean-Pierre Jean-Yves Jeanine
    Jeannine Jed Jeffery Jepkosgei Jeppe Jeremiah Jeroen Jerrod Jerónimo Jesper Jesús Jeyhun Jhala
    Jibril Jigme Jihan Jiri Jiro Jiří Joanne Joaquim Joaquín Jocelyn Jodie Johnathan Joko Jonah
    Joost Joschka Josiah Josie José-Carlos Judit Julien Juliette Julián Jumana Junichiro Justina
    Jusuf Jutta Jyotiraditya Jyrki Jérôme Jóhanna József Jörg Jüri Jānis Jūratė Kadiatou Kadri
    Kahinda Kai Kailash Kaitlyn Kajsa Kakha Kalonzo Kalpana Kamil Kamran Kanhaiya Kapil Karan
    Karanga Karien Kariuki Karl-Heinz Karl-Theodor Karla Karoline Karsten Karthik Kasper Kassim
    Kassym Kassym-Jomart Katalin Katarina Kateryna Kateřina Kathie Katri Katrín Katsunobu Kaveh
    Kayla Kayode Kazi Kazuo Kebede Keiko Keir Keira Kelsey Kemal Kembo Kendall Kendra Kenichi Kerri
    Kersti Kerstin Ketan Ketevan Ketut Kezia Kgalema Kgomotso Khadga Khairy Khaleda Khaltmaa Khawla
    Khin Khumbudzo Kidane Kieran Kimani Kimberly Kinga Kipchumba Kipkemboi Kiril Kirk Kirstie Kirsty
    Kishore Kithure Kiyoshi Kizza Klaas Klara Knut Koen Koichi Koji Kolinda Konrad Konstantinos
    Kordula Kostas Kris Kristalina Kristen Kristi Kristin Kristina Kristjan Krišjānis Krystal Ksenia
    Kuldeep Kunle Kurmanbek Kurtis Kwadwo Kyriakos Kyrylo Kyung Kęstutis Lachlan Ladislav Laetitia
    Lakshmi Lalu Lamine Landon Lara Larry Lars-Erik Lateef Laurie Laxman Lazarus Leanne Lebogang
    Lech Leigh Lemma Leni Lenny Leona Leonel Leonor Leonore Leopoldo Lesego Lesia Lesya Leszek Lev
    Levan Levi Levon Liesbeth Ligita Liis Lila Lilianne Lillian Lindani Lindsay Linnea Liubov Liviu
    Llyr Loren Loretta Lorraine Lotay Lotfi Lothar Lourenço Lowri Loïc Lubna Luciana Lucien Lucinda
    Lucía Ludovic Luhut Luiz-Inácio Luiza Lukasz Lul Lulama Lulwa Lulzim Lungisa Luther
    Luvsannamsrain Luís Lyle Lyudmila Lyudmyla László Lázaro Līga Maarit Macarena Mackenzie Macky
    Madan Maddie Madhuri Mads Magaly Maggie Magnus Maha Mahathir Mahdi Mahfud Mahinda Mahmood Mahsa
    Mair Maire Mairead Maithripala Majaliwa Makis Makoto Maksym Malin Mallikarjun Mallory Malusi
    Mamady Manal Mandy Mangala Manik Manmohan Manny Manohar Manolo Manon Marat Marcelino Marcy
    Margarito Margie Margot Marharyta Marian Maricela Marie-Agnes Marie-Claire Marielle Mariko
    Marine Marisol Marissa Marius Mariusz Marián Marjan Marjorie Markéta Marlon Marlène Marty Martín
    Marwan Maryia María-José Masahiro Masako Masayoshi Masih Mathilde Matia Matthieu Matvey Mawuli
    Maximiliano Maxine Mayawati Mays Mayssa Mayumi Małgorzata Mbali Meenakshi Megawati Mehbooba
    Mehran Mehriban Melody Melvin Mengistu Meral Merav Meredith Merle Meryame Mesfin Mevlut Mevlüt
    Mhairi Mia Michał Micheál Michiko Mick Mickaël Mickey Micky Mihail Mihály Mikheil Mikkel Milind
    Milo Milorad Miloš Milton Min-jung Mio Mircea Miro Miroslav Mirza Misty Mmamoloko Mmusi Modibo
    Modupe Mohamad Mohammod Mohit Mokgweetsi Moncef Mondher Monique Morag Mordechai Morris Mort
    Morten Moshe Mosiuoa Moïse Mpho Muhoozi Muhyiddin Mukul Mulugeta Munira Muqtada Murali Murat
    Muriel Murtaza Murugan Musalia Mutua Mwai Mwangi Mwigulu Myint Mykhailo Mykyta Myra Myron Myung
    Mzwandile Márcio Mário Máximo Mélanie Mónica Nabih Nabilah Nachman Naci Nader Nadezhda Nadiya
    Naftali Nagesh Nahla Najib Najla Najwa Nalaka Namal Naman Nambooze Naoko Naoto Naresh Narges
    Nasrin Nataliya Nate Nathi Naveen Navjot Nawal Nay Neal Nebojša Nechirvan Ned Neelam Neelie
    Neeraj Nettie Netumbo Nguyễn Ngwa Nhlanhla Nia Niamh Nicolae Nicolás Nicos Nigella Nihat Niki
    Nikita Nikol Nikolay Nino Nir Nitish Nizar Njeri Nkechi Nkosazana Nkosinathi Nnenna Noa Nobuo
    Noelle Noemí Nokuthula Noluthando Nomvula Nonna Noriko Norris Nosipho Nosiviwe Nouf Noura
    Noureddine Nouri Noémie Ntombi Nuhu Nupur Nursultan Nurul Nyambura Nyoman Néstor Nísia Obaidul
    Obiageli Ochieng Octavia Odhiambo Odile Ofer Oisín Olayinka Ole Oleg Oleh Oleksandr Oleksandra
    Oleksii Oleksiy Olha Ollanta Olufemi Oluwaseun Omid Omotola Omprakash Ondřej Onyango Opoku Orhan
    Orla Orville Osamu Ossufo Otabek Otis Otávio Outi Owain Paavo Padma Paetongtarn Pagan Pallavi
    Pam Pampha Panagiotis Panfilo Pankaj Panupong Parth Parviz Pascale Paschal Pascual Patrice Patsy
    Patty Paul-Henri Paul-Magnette Pavlo Pawan Paweł Perfecto Pernille Pervez Pete Petteri Phan
    Philipp Phumzile Phyllis Phyo Phạm Pierre-Yves Pieter-Jan Piret Piyush Plamen Platon Polina
    Pooja Poul Prabhu Prabowo Prachi Pragya Prahlad Pratibha Prawit Prayut Prayuth Pritam Priti
    Prokopis Prosper Przemysław Puan Puleng Pumla Punit Purnima Pushpa Putri Pyotr Pádraig Päivi
    Péter Pío Pınar Qais Qamar Qassem Quinn Rached Rachid Rachida Radha Radosław Radu Rafał Rafiqul
    Rafizi Raghad Raghunath Raghuram Ragnhild Raimonds Rainer Raisa Rajeev Rajendra Rajni Ralf
    Raluca Ramdas Ramil Ramona Ramush Ramón Ramūnas Rana Randa Randeep Randolfe Randolph Ranjan
    Ranjit Raphaël Raquel Rasa Rasha Rasmus Rastislav Rauf Rawan Raza Raúl Rebekah Redwan Reema
    Refilwe Rehman Reiko Reinhard Renan Renate Renaud Renske Retno Reuven Rezaul Rhian Rhodri Rhonda
    Riad Richie Ridwan Riek Rigathi Rigoberta Riikka Riina Riley Rinat Rini Risa Riyad Rizvi Robbie
    Robyn Rocco Roch Rochas Rocío Roderich Roderick Rodion Rodney Rogelio Rogério Romeu Ronen
    Rosalind Rosalía Rosanna Roselyne Rosie Roslyn Rostyslav Roxanne Royce Roza Ruairí Ruaridh Ruba
    Rubén Rudolph Rufus Ruhakana Rula Rumen Rune Ruslan Rustem Ruud Ryo Régis Rémi Rémy Róisín
    Rüdiger Rūta Saad Saara Sadegh Sadhvi Sadie Sadiq Sadyr Saeb Saeid Sahra Sajeeb Sajith Salauddin
    Salif Salome Salva Sambit Sanae Sanaullah Sandiaga Sandrine Sanjana Saoirse Sarfraz Sarita
    Sarojini Saskia Satoshi Saulius Saulos Sawsan Saïd Scarlett Seamus Sebastián Seema Segun Seiko
    Selahattin Selina Sello Selorm Sema Semyon Senzo Serdar Serkan Serzh Seth Seun Seung Seydou
    Seyoum Seán Shafqat Shaima Shaktikanta Shamsul Shana Sharad Shari Shashi Shaukat Shauna Shavkat
    Shehbaz Shelby Sher Sherman Sherri Sheryl Shigeo Shigeru Shimelis Shimon Shinichi Shintaro Shira
    Shireen Shirin Shivraj Shizuka Shlomo Shobha Shoichi Shruti Shubham Shunichi Siamak Sian Siarhei
    Sibongile Siddaramaiah Siddharth Siemtje Sifiso Sigbjørn Sigfrido Sigi Sigmar Sigmundur Sigurður
    Siim Silas Silke Silvana Simbo Sindisiwe Sinéad Siobhán Siphiwe Sirajuddin Sirajul Sirojiddin
    Siti Siv Siyabonga Sizwe Siân Skye Slim Slumber Smriti Sneha Sofiane Sofiya Soheil Solomon
    Solène Somchai Sonali Sonja Soon Sooronbay Sorcha Sota Souleymane Soumaïla Spyros Srettha
    Srinivas Ssemujju Stacy Stanislas Stanisław Stavros Steffi Stefka Stepan Stevo Stéphane
    Stéphanie Suad Subramanian Sudha Sudhir Suella Suha Suhail Sujata Suman Sung Supriya Surapong
    Surendra Susannah Susilo Suthep Sutrisno Suvendu Suzy Svein Sven-Erik Svenja Sviatlana Svitlana
    Svyatoslav Swati Sybil Sybrand Sylvain Szymon Sándor Séamus Sébastien Ségolène Sérgio Süleyman
    Sławomir Taavi Taban Tabaré Tabitha Tadashi Tadeusz Tahani Tahar Taiwo Takashi Takuya Tal Talat
    Tamar Tamir Tammy Tamrat Tamás Tansu Tanvi Tapio Taras Tarcísio Tarique Tarja Tasha Tatsuya
    Taymur Tebogo Tehmina Tejashwi Tejasvi Temitope Tengiz Tenzin Teodoro Tereza Terje Tesfaye Tessa
    Tetiana Tetsuya Tetyana Thaksin Thanathorn Thandeka Thant Tharman Thawar Thein Thelma Thembi
    Theodora Theodoros Thiago Thibault Thuli Thulisile Théophile Thérèse Tia Tiit Timofey Timur Tino
    Titilayo Tito Tobi Toby Tofail Tokunbo Tola Tolu Tomislav Tomoko Tomos Tomás Tomáš Tonya Toomas
    Torsten Toru Toshimitsu Toshiro Tracie Traian Trent Tricia Trine Trisha Troels Trudy Trygve Trần
    Tsegaye Tserendorj Tshering Tsuyoshi Tsvetan Tucker Tulia Tunahan Tundu Tuomas Tyler Tymofiy
    Tyrone Tyson Tzipi Uddhav Udit Udo Ugyen Ukhnaagiin Ulf Ulises Ulla Ulrika Umesh Unathi Upendra
    Uri Urmas Ute Uzi Uğur Vadym Vaibhav Valdis Valentin Valentín Valeriy Valery Valérie Vangelis
    Varun Vasco Vassilis Vasudha Vasundhara Vasyl Vaughn Vazgen Veikko Velaphi Velma Veniamin
    Venkaiah Venkatesh Vern Vicente Vicki Vicky Vidya Vijaya Viktoriya Vilija Villy Vince Vineet
    Vinícius Viola Viorica Vipin Virat Virgil Virginie Vishal Vishnu Vital Vitalii Vitaliy
    Vivekananda Vjosa Vlad Vladislav Vojislav Vojtěch Volkan Volker Volodimir Vsevolod Vugar Vusi
    Vyacheslav Vytautas Véronique Víctor Vít Wade Wafa Wafula Wagner Wahyu Wairimu Waithera Wan
    Wangui Wanjiku Waqar Wawan Wayan Wendell Wes Wilbur Wilma Wimal Witold Wojciech Wojtek Wole Wolf
    Wolfram Woodrow Wopke Worku Wouter Wybren Wyn Xavi Ximena Xiomara Xolani Xolile Yaa Yaakov Yael
    Yair Yakubu Yamileth Yanis Yann Yared Yaroslav Yashwant Yasmine Yassine Yasuhiro Yasuo Yasutoshi
    Yaël Yaşar Yegor Yehor Yehuda Yekaterina Yelena Yetunde Yevgenia Yevgeny Yevhen Yevhenii Yiannis
    Yingluck Yitzhak Ylva Yoani Yoav Yoel Yogendra Yohanes Yolande Yoon-hee Yoshiko Yoshimasa
    Yoshiro Yossi Youcef Yousaf Yousra Yudi Yukio Yulianto Yuliya Yumi Yuriko Yusuke Yılmaz
    Zabihullah Zack Zahid Zakhar Zalmay Zameer Zane Zara Zaw Zbigniew Zdeněk Ze'ev Zehra Zeina
    Zelalem Zeljko Zerihun Zeynep Zhanna Ziad Zine Zita Zitto Zodwa Zofia Zoltán Zoraida Zoryana
    Zuhal Zulfikar Zulfiqar Zurab Zvi Zweli Zwelinzima Ágnes Álvaro Ángel Åke Éamon Édouard
    Élisabeth Élodie Émile Éric Étienne Évariste Íñigo Ólafur Óscar Ömer Özgür Úna Ümit Þórdís Đặng
    İbrahim İlhan Ľubomír Łukasz Šefik Željko Žygimantas
    """
)
"""Given names, as first written in a full name."""

FAMILY_FIRST = words(
    """
    Chan Cheng Cheung Chen Cho Choi Chow Chu Chung Fan Fung Gao Guo Han Ho Hong Hsiao Hsu Hu
    Huang Hung Hwang Im Jang Jeon Jeong Jiang Jin Kang Kao Kim Ko Kwok Kwon Lai Lam Lau Law Lee
    Leung Li Liang Liao Lim Lin Liu Lo Lu Luo Ma Mao Mok Ng Ngo Nguyen Oh Pang Park Peng Poon
    Shin Siu Son Song Sun Sung Tan Tang Tran Tsai Tsang Tse Tung Wang Wei Wen Wong Woo Wu Xi
    Xiao Xie Xu Yan Yang Yao Yau Ye Yeung Yi Yim Yip Yoo Yoon Yu Yuan Yuen Yun Zeng Zhang Zhao
    Zheng Zhou Zhu
    """
)
"""Family names that stand before the given name in Chinese, Korean and Vietnamese names."""

FEMALE_NAMES = words(
    """
    Abena Ada Adele Adriana Adwoa Afia Agnes Agnieszka Agnete Aimee Aisha Aissata Akinyi Akua
    Alejandra Alena Alessandra Alexandra Alice Alicia Alina Alison Alma Ama Amal Amanda Amara
    Amber Amelia Amina Aminata Amy Ana Anastasia Angela Angelica Angelina Anita Anjali Ann Anna
    Anne Annette Annie Antonia April Asha Asma Astrid Audrey Aurora Ayanda Ayesha Beatrice
    Beatriz Bernadette Beth Betty Brenda Bridget Britney Busisiwe Camila Camille Carla Carmen
    Carol Carolina Caroline Carolyn Cassandra Catalina Catherine Cecilia Celeste Celia Charlene
    Charlotte Chebet Chelsea Cheryl Chioma Chipo Chloe Christina Christine Cindy Claire Clara
    Claudia Cora Corinne Cristina Daisy Dana Daniela Danielle Daria Darya Dawn Deborah Delia
    Denise Diana Diane Dina Donna Dora Doris Dorothy Edith Efua Eileen Ekaterina Elaine Elena
    Eleanor Elif Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elvira Emilia Emilie
    Emily Emma Erica Erika Erin Esi Esperanza Estela Esther Eugenia Eunice Eva Eve Evelyn Faith
    Farah Fatima Fatma Fatou Felicia Fernanda Fiona Flora Florence Folake Frances Francesca
    Frida Gabriela Gemma Gillian Gina Giorgia Gita Giulia Gladys Gloria Grace Greta Gwen Hala
    Hanna Hannah Harriet Haruka Heather Heidi Helen Helena Helene Helga Hilary Hillary Hina
    Holly Huda Ida Ines Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Ivana Jackie Jana
    Jane Janet Janice Janine Jasmine Jelena Jessica Jill Joan Joana Joanna Johanna Josephine Joy
    Joyce Juana Judith Judy Julia Julie Juliet June Justine Jyoti Kaja Kamala Karen Karin Karina
    Karolina Kate Katerina Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Kavita
    Kay Kelly Kemi Khadija Laura Lauren Layla Leah Leila Lena Lerato Lidia Lily Lina Linda
    Lindiwe Lindsey Lisa Liudmila Liz Lois Lorena Louisa Louise Lucia Lucie Lucy Ludmila Luisa
    Lydia Lyn Lynn Mabel Madeleine Magdalena Mamata Manisha Manuela Mara Marcela Marcia Margaret
    Margarita Maria María Mariam Mariana Marianne Marie Marilyn Marina Marion Marisa Marlene
    Marta Martha Martina Mary Maryam Maureen Mavis Maya Meera Megan Melanie Melissa Mercedes
    Mercy Mette Micaela Michaela Michelle Mila Mina Miranda Miriam Moira Molly Mona Monica
    Monika Muthoni Myriam Nadia Nadine Nakato Naledi Nancy Naomi Natalia Natalie Natasha
    Nathalie Neha Ngozi Nicole Nina Nirmala Nisha Nomusa Nora Norma Nuria Oksana Olga Olivia
    Paige Pamela Paola Patricia Paula Paulina Pauline Peggy Penelope Penny Petra Philippa Phoebe
    Pilar Precious Priscilla Priya Priyanka Rabia Rachel Rania Rebecca Reem Regina Rekha Renata
    Rita Ritu Roberta Rochelle Rosa Rosario Rose Rosemary Roxana Rutendo Ruth Sabina Sabine
    Sabrina Sakura Sally Salma Salomé Samantha Samia Samira Sana Sandra Sandy Sanna Sara Sarah
    Savita Selam Selma Serena Shannon Sharon Sheila Shelley Sherry Shirley Sigrid Silvia Simona
    Simone Sofia Sonia Sonya Sophia Sophie Stacey Stefania Stella Stephanie Sue Susan Susana
    Susanne Sushma Suzanne Svetlana Sylvia Sylvie Tamara Tania Tanya Tara Tatiana Teresa
    Teresita Thandi Theresa Tiffany Tigist Tina Tracey Tracy Uma Ursula Usha Valentina Valeria
    Valerie Vanessa Vera Verónica Veronica Victoria Viktoria Violet Virginia Vivian Vivien
    Wambui Wanda Wangari Wanjiru Wendy Winnie Yana Yara Yasmin Yoko Yolanda Yulia Yvette Yvonne
    Zahra Zainab Zanele Zeinab Zoe Zuzana Åsa Achieng
    """
)
"""Those of the given names that women bear."""
